/** The little XML that feeds need. */

/** Escapes text for element content and attribute values; letters that XML 1.0 forbids are dropped. */
export function escapedXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the letters that XML 1.0 has no place for.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** `<name>text</name>`, or nothing for absent text. */
export function element(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escapedXml(text)}</${name}>`;
}

/** Markup inside a CDATA section, the end mark broken up. */
export function cdata(markup: string): string {
  return `<![CDATA[${markup.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
