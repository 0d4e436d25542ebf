/** Letters of an address (RFC 5321 § 4.5.3.1.3). */
export const MAIL_MAX = 254;

/** One plain address; the part behind @ in small letters. What it means is judged by its server. */
export function mailAddressIn(text: string): string | undefined {
  const given = text.trim();
  const [, user, host] = /^([\x21-\x7e]+)@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(given) ?? [];
  if (user === undefined || host === undefined || given.length > MAIL_MAX) return undefined;
  return /[<>(),;:"\\[\]@]/.test(user) ? undefined : `${user}@${host.toLowerCase()}`;
}
