import { Option } from 'commander';

/** `--format text|json`, and `--json` for short. */
export interface FormatOption {
  readonly format: 'text' | 'json';
  readonly json?: boolean;
}

export const formatOption = (): Option =>
  new Option('--format <form>', 'how to print it').choices(['text', 'json']).default('text');

export const jsonOption = (): Option => new Option('--json', 'the same as --format json');

export const asksJson = (options: FormatOption): boolean => formatOf(options) === 'json';

/** The form asked for, in one word. */
export const formatOf = <Format extends string>({
  format,
  json,
}: {
  readonly format: Format;
  readonly json?: boolean;
}): Format | 'json' => (json === true ? 'json' : format);
