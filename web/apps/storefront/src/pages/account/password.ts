/** Length is what makes a password hard to guess; the shop has the last word on the rest. */
export function checkPassword(password: string): string | undefined {
  if (!password) return 'Enter a password.';
  return password.length < 10 ? 'Use at least 10 characters. A short sentence is a good password.' : undefined;
}
