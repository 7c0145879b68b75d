import { Camera, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { buttonClass } from '../../components/Button.tsx';
import { shrink } from './shrink.ts';

const most = 5;

interface Props {
  photos: Blob[];
  onChange: (photos: Blob[]) => void;
  /** How many more there may be. */
  room?: number;
  /** Where a heading says it already. */
  hideLegend?: boolean;
}

/** Photos of what is wrong, made small before they are sent. */
export function PhotoPicker({ photos, onChange, room = most, hideLegend = false }: Props) {
  const [problem, setProblem] = useState('');
  const add = async (files: FileList | null) => {
    setProblem('');
    const made = await Promise.all([...(files ?? [])].slice(0, room - photos.length).map((file) => shrink(file)));
    const good = made.filter((one) => one !== null);
    if (good.length < made.length) setProblem('One of these is not a picture this browser can read. Choose a JPEG or PNG.');
    onChange([...photos, ...good]);
  };
  return (
    <fieldset>
      <legend className={hideLegend ? 'sr-only' : 'flex w-full justify-between text-sm font-medium'}>
        Photos <span className="font-normal text-ink-3">Optional, up to {room}</span>
      </legend>
      <ul className="mt-2 flex flex-wrap gap-3">
        {photos.map((photo, index) => (
          <li key={index} className="relative">
            <Preview photo={photo} label={`Photo ${index + 1}`} />
            <button
              type="button"
              aria-label={`Remove photo ${index + 1}`}
              onClick={() => onChange(photos.filter((one) => one !== photo))}
              className="absolute -top-2 -right-2 grid size-11 place-items-center"
            >
              <span className="grid size-7 place-items-center rounded-full bg-ink text-bg">
                <X size={15} aria-hidden />
              </span>
            </button>
          </li>
        ))}
        {photos.length < room && (
          <li>
            <label className={buttonClass('secondary', 'm', 'cursor-pointer focus-within:outline-2 focus-within:outline-offset-2')}>
              <Camera size={18} aria-hidden />
              Add photos
              <input
                type="file"
                accept="image/*"
                multiple
                className="sr-only"
                onChange={(event) => {
                  void add(event.target.files);
                  event.target.value = '';
                }}
              />
            </label>
          </li>
        )}
      </ul>
      <p role="status" className={problem ? 'mt-2 text-sm text-danger' : 'sr-only'}>
        {problem}
      </p>
    </fieldset>
  );
}

function Preview({ photo, label }: { photo: Blob; label: string }) {
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return url ? <img src={url} alt={label} className="size-20 rounded-control bg-sunken object-cover" /> : null;
}
