// A file that a user gave to the page: chosen in the system's dialog (a token), dropped or pasted (a File).
import { endingOf } from '#shared/attachments/file-names.ts'

export interface GivenFile {
  readonly name: string
  /** What calls name it by. */
  readonly reference: string
}

export const fromDialog = ({ file, name }: { readonly file: string; readonly name: string }): GivenFile => ({
  name,
  reference: file,
})

/** The preload puts a token in the place of a File before the call leaves the page, so to the contract it is one. */
export const fromPage = (file: File): GivenFile => ({ name: file.name, reference: file as unknown as string })

/** Chromium calls every picture out of the clipboard `image.png`; a name with the time tells them apart. */
export const withPastedName = (file: File, name: string): File =>
  file.name === 'image.png' ? new File([file], `${name}.png`, { type: file.type }) : file

export const isCardFile = ({ name }: GivenFile): boolean => ['vcf', 'vcard'].includes(endingOf(name))
export const isCalendarFile = ({ name }: GivenFile): boolean => ['ics', 'ical', 'ifb'].includes(endingOf(name))
