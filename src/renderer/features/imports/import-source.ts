// A file to be imported: chosen in the system's dialog (a token) or dropped onto the page (a File).

export interface ImportSource {
  readonly name: string
  /** Tells one source from another, also two files of one name. */
  readonly key: string
  /** What calls name the file by. */
  readonly file: string
}

export const fromToken = ({ file, name }: { readonly file: string; readonly name: string }): ImportSource => ({
  name,
  key: file,
  file,
})

export const fromDrop = (file: File): ImportSource => ({
  name: file.name,
  key: [file.name, file.size, file.lastModified].join('/'),
  // The preload puts a token in the place of a File before the call leaves the page, so to the contract it is one.
  file: file as unknown as string,
})

/** Adds files; one that is there already is not taken twice. */
export const withSources = (there: readonly ImportSource[], more: readonly ImportSource[]): readonly ImportSource[] => [
  ...there,
  ...more.filter(({ key }, place) => [...there, ...more.slice(0, place)].every((other) => other.key !== key)),
]

/** A file's name without its ending. */
export const stemOf = (name: string): string => name.replace(/\.[^.]*$/u, '')
