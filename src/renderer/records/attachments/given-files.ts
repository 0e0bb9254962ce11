// A file that a user gave to the page: chosen in the system's dialog (a token), dropped or pasted (a File).

export type GivenFile = string | File

/** What calls name it by. The preload puts a token in the place of a File before the call leaves the page, so to the contract it is one. */
export const toReference = (file: GivenFile): string => file as string

/** Chromium calls every picture out of the clipboard `image.png`; a name with the time tells them apart. */
export const withPastedName = (file: File, name: string): File =>
  file.name === 'image.png' ? new File([file], `${name}.png`, { type: file.type }) : file
