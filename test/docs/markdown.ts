/** A table; bars in the cells are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;

export const block = (language: string, text: string): string =>
  `\`\`\`${language}\n${text.replace(/\n$/, '')}\n\`\`\``;

/** Paragraphs, tables and blocks as one page; what prints it is named, so that nobody edits the page. */
export const page = (...parts: readonly string[]): string =>
  `<!-- Printed by npm run docs from the code; do not edit. -->\n\n${parts.join('\n\n')}\n`;
