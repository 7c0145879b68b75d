import { toCsv } from './csv.ts';

const columns = [
  { header: 'Name', value: (row: [string, number]) => row[0] },
  { header: 'Total', value: (row: [string, number]) => row[1] },
];

describe('a CSV file', () => {
  it('has a head and a line a row, ended as RFC 4180 says', () => {
    expect(toCsv(columns, [['Ada', 12.5]])).toBe('Name,Total\r\nAda,12.5\r\n');
  });

  it('quotes what would break a line', () => {
    expect(toCsv(columns, [['Ada "the" first, of\nmany', 1]])).toBe('Name,Total\r\n"Ada ""the"" first, of\nmany",1\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('does not let "%s" run as a formula', (name) => {
    expect(toCsv(columns, [[name, -3]]).split('\r\n')[1]).toBe(`'${name},-3`);
  });
});
