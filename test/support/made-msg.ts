// Makes Outlook .msg files for tests: a compound file with the streams of [MS-OXMSG] that a mail needs.
import * as burner from '@kenjiuno/msgreader/lib/Burner.js'

export interface MadeMsg {
  /** Values by property tag: `0037` is the subject. Texts are Unicode, bytes binary. */
  readonly texts?: Readonly<Record<string, string>>
  readonly bytes?: Readonly<Record<string, Uint8Array>>
  /** Texts in a code page: `001e`. */
  readonly ansi?: Readonly<Record<string, Uint8Array>>
  readonly numbers?: Readonly<Record<string, number>>
  readonly times?: Readonly<Record<string, string>>
  readonly recipients?: readonly { readonly name: string; readonly address: string; readonly kind: 1 | 2 }[]
  readonly attachments?: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

interface Stream {
  readonly name: string
  readonly bytes: Uint8Array
}
interface Folder {
  readonly name: string
  readonly streams: readonly Stream[]
}

const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le')
const EPOCH_1601 = 11_644_473_600_000n

const properties = (head: number, { numbers = {}, times = {} }: Pick<MadeMsg, 'numbers' | 'times'>): Stream => {
  const entries = [
    ...Object.entries(numbers).map(([tag, value]) => ({ tag, type: 0x0003, value: BigInt(value) })),
    ...Object.entries(times).map(([tag, at]) => ({ tag, type: 0x0040, value: (BigInt(Date.parse(at)) + EPOCH_1601) * 10_000n })),
  ]
  const bytes = Buffer.alloc(head + entries.length * 16)
  for (const [index, { tag, type, value }] of entries.entries()) {
    const at = head + index * 16
    bytes.writeUInt16LE(type, at)
    bytes.writeUInt16LE(Number.parseInt(tag, 16), at + 2)
    bytes.writeUInt32LE(6, at + 4)
    bytes.writeBigUInt64LE(value, at + 8)
  }
  return { name: '__properties_version1.0', bytes }
}

const streamsOf = ({ texts = {}, bytes = {}, ansi = {} }: MadeMsg): Stream[] => [
  ...Object.entries(texts).map(([tag, text]) => ({ name: `__substg1.0_${tag.toUpperCase()}001F`, bytes: utf16(text) })),
  ...Object.entries(ansi).map(([tag, text]) => ({ name: `__substg1.0_${tag.toUpperCase()}001E`, bytes: text })),
  ...Object.entries(bytes).map(([tag, some]) => ({ name: `__substg1.0_${tag.toUpperCase()}0102`, bytes: some })),
]

export const makeMsg = (msg: MadeMsg): Uint8Array => {
  const folders: Folder[] = [
    ...(msg.recipients ?? []).map(({ name, address, kind }, index) => ({
      name: `__recip_version1.0_#${String(index).padStart(8, '0')}`,
      streams: [
        ...streamsOf({ texts: { '3001': name, '3003': address, '39FE': address } }),
        properties(8, { numbers: { '0C15': kind } }),
      ],
    })),
    ...(msg.attachments ?? []).map(({ name, bytes }, index) => ({
      name: `__attach_version1.0_#${String(index).padStart(8, '0')}`,
      streams: [...streamsOf({ texts: { '3707': name }, bytes: { '3701': bytes } }), properties(8, { numbers: { '3705': 1 } })],
    })),
  ]
  const own = [...streamsOf(msg), properties(32, msg)]
  const entries: burner.Entry[] = [{ name: 'Root Entry', type: 5, length: 0, children: [] }]
  const add = (entry: burner.Entry): number => entries.push(entry) - 1
  const addStream = ({ name, bytes }: Stream): number =>
    add({ name, type: 2, length: bytes.length, binaryProvider: () => Uint8Array.from(bytes) })
  const root = own.map(addStream)
  for (const { name, streams } of folders) {
    const folder = { name, type: 1, length: 0, children: [] as number[] }
    root.push(add(folder))
    folder.children.push(...streams.map(addStream))
  }
  entries[0]?.children?.push(...root)
  return burner.burn(entries)
}
