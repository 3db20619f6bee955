/** Functions that run inside a page; each is carried there by itself. */
export function layoutFaults(): string[];
export function structureFaults(): string[];
export function textsOf(selector: string): string[];
export function removeFolded(): void;
export function openAll(): void;
export function focusable(): string[];
export function focused(): { readonly place: number; readonly isSeen: boolean };
export function detailsShown(): readonly {
  readonly isSeen: boolean;
  /** In pixels. */
  readonly out: number;
}[];
