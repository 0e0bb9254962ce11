// The store of files, on a real folder: what it keeps, what it hides, and what a full disk or a power cut leaves behind.
import { createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { type AttachmentStore, createAttachmentStore } from '#main/attachments/attachment-store.ts'
import { type Disk, nodeDisk } from '#main/attachments/disk.ts'
import { FRAME_BYTES } from '#main/attachments/sealed-frames.ts'

const KEY = Buffer.alloc(32, 7)
const random = (bytes: Uint8Array): void => bytes.set(randomBytes(bytes.length))
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const newFolder = (): string => {
  const folder = join(mkdtempSync(join(tmpdir(), 'kith-attachments-')), 'attachments')
  onTestFinished(() => rmSync(join(folder, '..'), { recursive: true, force: true }))
  return folder
}
const storeIn = (folder: string, disk?: Disk, key: Uint8Array = KEY): AttachmentStore =>
  createAttachmentStore({ folder, key, random, ...(disk ? { disk } : {}) })
const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
      )
    : []
const onlyFile = (folder: string): string => {
  const [file, ...more] = filesIn(folder)
  if (file === undefined || more.length > 0) throw new Error(`${more.length} files too many`)
  return file
}
const readAll = async (store: AttachmentStore, hash: string): Promise<Buffer> => {
  const content = await store.open(hash)
  try {
    const parts: Uint8Array[] = []
    for await (const chunk of content.chunks()) parts.push(chunk)
    return Buffer.concat(parts)
  } finally {
    await content.close()
  }
}
const failingWith = (code: string): Error => Object.assign(new Error(code), { code })

test.each([0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 3 * FRAME_BYTES])(
  '%d bytes come back as they were',
  async (size) => {
    const folder = newFolder()
    const store = storeIn(folder)
    const bytes = randomBytes(size)
    const kept = await store.keep([bytes])
    expect(kept).toEqual({ hash: sha256(bytes), size })
    expect((await readAll(store, kept.hash)).equals(bytes)).toBe(true)
  },
)

test('any part can be read, however the bytes arrived', async () => {
  const folder = newFolder()
  const store = storeIn(folder)
  const bytes = randomBytes(FRAME_BYTES * 2 + 1000)
  const pieces = fc.array(fc.integer({ min: 1, max: FRAME_BYTES }), { minLength: 1, maxLength: 12 })
  const places = fc.tuple(fc.integer({ min: 0, max: bytes.length + 10 }), fc.integer({ min: 0, max: bytes.length }))
  await fc.assert(
    fc.asyncProperty(pieces, places, async (cuts, [offset, length]) => {
      const parts: Buffer[] = []
      let from = 0
      for (const cut of [...cuts, bytes.length]) {
        parts.push(bytes.subarray(from, from + cut))
        from = Math.min(bytes.length, from + cut)
      }
      const { hash } = await store.keep(parts)
      const content = await store.open(hash)
      const part = await content.read(offset, length)
      await content.close()
      expect(Buffer.from(part).equals(bytes.subarray(offset, offset + length))).toBe(true)
    }),
    { numRuns: 25 },
  )
  expect(filesIn(folder)).toHaveLength(1)
})

test('the same content lies there once, and neither its words nor its hash can be seen', async () => {
  const folder = newFolder()
  const store = storeIn(folder)
  const secret = Buffer.from('a very secret offer '.repeat(50))
  const first = await store.keep([secret])
  await store.keep([secret])
  const file = onlyFile(folder)
  expect(readFileSync(file).includes('secret offer')).toBe(false)
  expect(file).not.toContain(first.hash)
  expect(statSync(file).mode & 0o077).toBe(0)
})

test('another workspace’s key opens nothing', async () => {
  const folder = newFolder()
  const { hash } = await storeIn(folder).keep([Buffer.from('x')])
  await expect(storeIn(folder, undefined, Buffer.alloc(32, 8)).open(hash)).rejects.toMatchObject({
    messageKey: 'attachments.missing',
  })
})

test('a file that was cut short, mixed up or changed by one bit is called damaged, and can be added again', async () => {
  const bytes = randomBytes(FRAME_BYTES * 3)
  const sealed = FRAME_BYTES + 16
  const head = 40
  const harms: readonly ((file: string) => void)[] = [
    (file) => truncateSync(file, statSync(file).size - 1),
    (file) => truncateSync(file, head + 2 * sealed),
    (file) => truncateSync(file, 10),
    (file) => {
      const all = readFileSync(file)
      const frame = (index: number) => all.subarray(head + index * sealed, head + (index + 1) * sealed)
      writeFileSync(file, Buffer.concat([all.subarray(0, head), frame(1), frame(0), frame(2)]))
    },
    (file) => {
      const all = readFileSync(file)
      all.writeUInt8(all.readUInt8(head + 5) ^ 1, head + 5)
      writeFileSync(file, all)
    },
    (file) => writeFileSync(file, ''),
  ]
  for (const harm of harms) {
    const folder = newFolder()
    const store = storeIn(folder)
    const { hash } = await store.keep([bytes])
    harm(onlyFile(folder))
    await expect(readAll(store, hash)).rejects.toMatchObject({ messageKey: 'attachments.damaged' })
  }
  const folder = newFolder()
  const store = storeIn(folder)
  const { hash } = await store.keep([bytes])
  truncateSync(onlyFile(folder), 1000)
  await store.keep([bytes])
  expect((await readAll(store, hash)).equals(bytes)).toBe(true)
})

test('one kept file in the place of another is noticed', async () => {
  const folder = newFolder()
  const store = storeIn(folder)
  const first = await store.keep([Buffer.from('ten thousand')])
  const file = onlyFile(folder)
  const bytes = readFileSync(file)
  rmSync(file)
  await store.keep([Buffer.from('one hundred')])
  writeFileSync(onlyFile(folder), bytes)
  await expect(store.open(sha256(Buffer.from('one hundred')))).rejects.toMatchObject({ messageKey: 'attachments.damaged' })
  await expect(store.open(first.hash)).rejects.toMatchObject({ messageKey: 'attachments.missing' })
})

test('a full disk says so and leaves nothing behind', async () => {
  const folder = newFolder()
  let room = FRAME_BYTES
  const disk: Disk = {
    ...nodeDisk,
    open: async (...given) => {
      const file = await nodeDisk.open(...given)
      const write = file.write.bind(file)
      file.write = (async (bytes: Uint8Array, offset: number, length: number) => {
        room -= length
        if (room < 0) throw failingWith('ENOSPC')
        return write(bytes, offset, length)
      }) as typeof file.write
      return file
    },
  }
  const store = storeIn(folder, disk)
  await expect(store.keep([randomBytes(FRAME_BYTES * 2)])).rejects.toMatchObject({ messageKey: 'errors.diskFull' })
  expect(filesIn(folder)).toEqual([])
  room = Number.MAX_SAFE_INTEGER
  const kept = await store.keep([Buffer.from('later')])
  expect((await readAll(store, kept.hash)).toString()).toBe('later')
})

test.each(['open', 'rename', 'mkdir'] as const)('a disk that turns read-only at “%s” leaves no half file', async (step) => {
  const folder = newFolder()
  const before = storeIn(folder)
  await before.keep([Buffer.from('there before')])
  const disk: Disk = { ...nodeDisk, [step]: () => Promise.reject(failingWith('EROFS')) }
  await expect(storeIn(folder, disk).keep([Buffer.from('new')])).rejects.toMatchObject({ messageKey: 'errors.readOnly' })
  expect(filesIn(folder)).toHaveLength(1)
})

test('a power cut before the file is on the disk is as if nothing had been added', async () => {
  const folder = newFolder()
  // The power goes: from here on not even the clearing up happens.
  const dead: Disk = {
    ...nodeDisk,
    rename: () => Promise.reject(failingWith('EIO')),
    rm: () => Promise.reject(failingWith('EIO')),
  }
  await expect(storeIn(folder, dead).keep([Buffer.from('half')])).rejects.toMatchObject({ code: 'EIO' })
  expect(filesIn(folder)).toHaveLength(1)

  const store = storeIn(folder)
  await store.clearUnfinished()
  expect(filesIn(folder)).toEqual([])
  await expect(store.open(sha256(Buffer.from('half')))).rejects.toMatchObject({ messageKey: 'attachments.missing' })
})

test('a name is given only to what is on the disk, and the folder is on it before the answer', async () => {
  const folder = newFolder()
  const steps: string[] = []
  const disk: Disk = {
    ...nodeDisk,
    open: async (...given) => {
      const file = await nodeDisk.open(...given)
      const isFolder = given[1] === 'r' && statSync(String(given[0])).isDirectory()
      const sync = file.sync.bind(file)
      file.sync = () => {
        steps.push(isFolder ? 'sync folder' : 'sync file')
        return sync()
      }
      return file
    },
    rename: (from, to) => {
      steps.push('rename')
      return nodeDisk.rename(from, to)
    },
  }
  await storeIn(folder, disk).keep([Buffer.from('x')])
  expect(steps).toEqual(['sync file', 'rename', 'sync folder', 'sync folder'])
})

test('what no record names is swept away after a while, and only that', async () => {
  const folder = newFolder()
  const store = storeIn(folder)
  const wanted = await store.keep([Buffer.from('wanted')])
  const old = await store.keep([Buffer.from('nobody’s, old')])
  for (const file of filesIn(folder)) utimesSync(file, 1000, 1000)
  const fresh = await store.keep([Buffer.from('nobody’s, new')])

  expect(await store.sweep([wanted.hash], 2_000_000)).toBe(1)
  await expect(store.open(old.hash)).rejects.toMatchObject({ messageKey: 'attachments.missing' })
  for (const { hash } of [wanted, fresh]) expect((await readAll(store, hash)).length).toBeGreaterThan(0)
})

test('a quarter of a gigabyte goes through without being held', async () => {
  const folder = newFolder()
  const store = storeIn(folder)
  const block = randomBytes(1024 * 1024)
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  const source = function* () {
    for (let index = 0; index < 256; index++) {
      most = Math.max(most, process.memoryUsage().arrayBuffers)
      yield block
    }
  }
  const { hash, size } = await store.keep(source())
  expect(size).toBe(256 * 1024 * 1024)
  const content = await store.open(hash)
  expect((await content.read(size - 5, 100)).length).toBe(5)
  await content.close()
  expect(most - before).toBeLessThan(128 * 1024 * 1024)
})
