// What a file's name says and hides: whether it is a program, and how it is written where a disk or a reader could be misled.

/** What starts a program when it is opened, on one system or another. */
const PROGRAMS = new Set(
  (
    'exe bat cmd com scr pif msi msp msix appx lnk url vbs vbe js jse wsf wsh hta ps1 psm1 reg cpl jar dll ' +
    'app command sh bash zsh run appimage deb rpm pkg dmg desktop action workflow scpt'
  ).split(' '),
)

/** Names of devices on Windows, with any ending. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f]/gu
/** Characters that turn the direction of reading, or that nobody sees: `gpj.exe` shown as `exe.jpg`. */
const MISLEADING = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu
const LONGEST_BYTES = 200

/** The ending in lower case without its dot; empty where there is none. */
export const endingOf = (name: string): string =>
  /\.([^.\s]+)[.\s]*$/u.exec(name.replace(MISLEADING, ''))?.[1]?.toLowerCase() ?? ''

/** Whether opening it may start a program; its last ending counts, so `invoice.pdf.exe` is one, and that which it has on a disk. */
export const isProgram = (name: string): boolean => [name, safeFileName(name)].some((one) => PROGRAMS.has(endingOf(one)))

/** The name as it is shown: nothing in it turns the direction of reading or hides. Kept is what was given. */
export const shownFileName = (name: string): string => name.replace(MISLEADING, '\ufffd')

/** The name as every system takes it: without forbidden signs, no device's name, at most 200 bytes, its ending kept. */
export const safeFileName = (name: string): string => {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(MISLEADING, '')
    .replace(FORBIDDEN, '_')
    .replace(/^[.\s]+/u, '')
    .replace(/[.\s]+$/u, '')
  const named = plain === '' ? 'file' : DEVICES.test(plain) ? `_${plain}` : plain
  return shortened(named)
}

const shortened = (name: string): string => {
  if (bytesOf(name) <= LONGEST_BYTES) return name
  const ending = /\.[^.]{1,16}$/u.exec(name)?.[0] ?? ''
  let stem = ''
  for (const { segment } of new Intl.Segmenter().segment(name.slice(0, name.length - ending.length))) {
    if (bytesOf(stem + segment + ending) > LONGEST_BYTES) break
    stem += segment
  }
  return `${stem.trimEnd()}${ending}`
}

/** In UTF-8. */
const bytesOf = (text: string): number =>
  [...text].reduce((bytes, character) => {
    const point = character.codePointAt(0) ?? 0
    return bytes + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4)
  }, 0)
