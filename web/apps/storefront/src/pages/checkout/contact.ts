/** Deliberately loose: one @, something before it, a dot after it. The confirmation mail is the real check. */
export function checkEmail(email: string): string | undefined {
  const text = email.trim();
  if (!text) return 'Enter your e-mail address.';
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text) ? undefined : 'Enter an e-mail address like name@example.com.';
}

/** The digits of a card number, checked as a card's last digit is (Luhn), so that a slip costs no declined payment. */
export function checkCardNumber(text: string): string | undefined {
  const digits = text.replace(/[\s-]/g, '');
  if (!digits) return 'Enter the card number.';
  if (!/^\d{12,19}$/.test(digits)) return 'A card number has 12 to 19 digits.';
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 ? undefined : 'This card number has a slip in it. Check the digits.';
}

/** Groups of four while typing: "4242 4242 4242 4242". */
export function groupCardNumber(text: string): string {
  return text
    .replace(/\D/g, '')
    .slice(0, 19)
    .replace(/(\d{4})(?=\d)/g, '$1 ');
}
