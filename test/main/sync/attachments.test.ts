// The contents of files between machines: from whoever has them, piece by piece, and never anything else than what was asked for.
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { PIECE_BYTES, type WantedContent } from '#main/attachments/arriving-content.ts'
import { nodeDisk } from '#main/attachments/disk.ts'
import { contentOf, fileMachine, type FileMachine, linkFiles } from '../../support/file-machines.ts'

const arrived = (machine: FileMachine, { hash }: WantedContent): Promise<void> =>
  vi.waitFor(async () => expect(await machine.store.has(hash)).toBe(true), { timeout: 20_000, interval: 10 })

test.each([0, 1, PIECE_BYTES, PIECE_BYTES + 1, 5 * PIECE_BYTES - 7])('a file of %d bytes arrives as it was', async (size) => {
  const [has, lacks] = [await fileMachine(), await fileMachine()]
  const bytes = randomBytes(size)
  await has.store.keep([bytes])
  await linkFiles(has, lacks)
  lacks.traffic.want([contentOf(bytes)], 'shown')
  await arrived(lacks, contentOf(bytes))
  expect((await lacks.bytesOf(contentOf(bytes).hash)).equals(bytes)).toBe(true)
  expect([...has.bugs, ...lacks.bugs]).toEqual([])
})

test('a file that was cut off in the middle goes on where it was, also after a restart', { timeout: 60_000 }, async () => {
  const [has, lacks] = [await fileMachine(), await fileMachine()]
  const bytes = randomBytes(40 * PIECE_BYTES + 5)
  const content = contentOf(bytes)
  await has.store.keep([bytes])
  const first = await linkFiles(has, lacks)
  lacks.traffic.want([content], 'shown')
  await vi.waitFor(() => expect(lacks.came.length).toBeGreaterThan(3), { interval: 1 })
  first.links[0].abort('closed')
  await first.ended
  await vi.waitFor(() => expect(lacks.traffic.stateOf(content.hash)).toMatchObject({ state: 'nowhere' }), {
    interval: 10,
    timeout: 5000,
  })
  const before = lacks.came.length
  expect(before).toBeLessThan(41)
  expect(lacks.traffic.stateOf(content.hash).doneBytes).toBeGreaterThan(2 * PIECE_BYTES)

  const restarted = await lacks.again()
  await linkFiles(has, restarted)
  restarted.traffic.want([content], 'shown')
  await arrived(restarted, content)
  expect(before + restarted.came.length).toBe(41)
  expect(restarted.came[0]).toBe(`${content.hash} ${before}`)
  expect((await restarted.bytesOf(content.hash)).equals(bytes)).toBe(true)
})

test('nothing of a file that arrives can be read on the disk, and half of it has no name yet', async () => {
  const [has, lacks] = [await fileMachine(), await fileMachine()]
  const bytes = Buffer.alloc(12 * PIECE_BYTES, 'Secret words 机密')
  const content = contentOf(bytes)
  await has.store.keep([bytes])
  const talk = await linkFiles(has, lacks)
  lacks.traffic.want([content], 'shown')
  await vi.waitFor(() => expect(lacks.came.length).toBeGreaterThan(1), { interval: 1 })
  await talk.close()
  expect(readdirSync(lacks.folder)).toEqual(['arriving'])
  for (const name of readdirSync(join(lacks.folder, 'arriving'))) {
    expect(name).not.toContain(content.hash)
    expect(readFileSync(join(lacks.folder, 'arriving', name)).includes('Secret')).toBe(false)
  }
})

test('a wrong content is refused, leaves nothing, and the next machine is asked', async () => {
  const bytes = randomBytes(3 * PIECE_BYTES)
  const content = contentOf(bytes)
  const liar = await fileMachine({
    change: () => ({
      have: (hashes) => Promise.resolve(hashes),
      read: (_hash, index) => Promise.resolve(randomBytes(index < 3 ? PIECE_BYTES : 0)),
    }),
  })
  const [honest, lacks] = [await fileMachine(), await fileMachine()]
  await honest.store.keep([bytes])
  await linkFiles(liar, lacks)
  lacks.traffic.want([content], 'shown')
  await vi.waitFor(() => expect(lacks.came).toHaveLength(3))
  await vi.waitFor(() => expect(readdirSync(join(lacks.folder, 'arriving'))).toEqual([]))
  expect(await lacks.store.has(content.hash)).toBe(false)
  await new Promise((resolve) => setTimeout(resolve, 300))
  // It is not asked a second time.
  expect(lacks.came).toHaveLength(3)

  await linkFiles(honest, lacks)
  await arrived(lacks, content)
  expect((await lacks.bytesOf(content.hash)).equals(bytes)).toBe(true)
})

test('a liar that began a file does not spoil what an honest machine adds to it', { timeout: 60_000 }, async () => {
  const bytes = randomBytes(6 * PIECE_BYTES)
  const content = contentOf(bytes)
  const liar = await fileMachine({
    change: () => ({
      have: (hashes) => Promise.resolve(hashes),
      // Two wrong pieces, then it says that it has no more.
      read: (_hash, index) => Promise.resolve(index < 2 ? randomBytes(PIECE_BYTES) : null),
    }),
  })
  const [honest, lacks] = [await fileMachine(), await fileMachine()]
  await honest.store.keep([bytes])
  const talk = await linkFiles(liar, lacks)
  lacks.traffic.want([content], 'shown')
  await vi.waitFor(() => expect(lacks.came).toHaveLength(2))
  await talk.close()
  await linkFiles(honest, lacks)
  await arrived(lacks, content)
  expect((await lacks.bytesOf(content.hash)).equals(bytes)).toBe(true)
})

test('a machine that has not got the file fetches it for another one', async () => {
  const [has, middle, lacks] = [await fileMachine(), await fileMachine(), await fileMachine()]
  const bytes = randomBytes(2 * PIECE_BYTES + 1)
  await has.store.keep([bytes])
  await linkFiles(has, middle)
  await linkFiles(middle, lacks)
  lacks.traffic.want([contentOf(bytes)], 'shown')
  await arrived(lacks, contentOf(bytes))
  expect(await middle.store.has(contentOf(bytes).hash)).toBe(true)
})

test('a size that another machine made up neither ends the talk with one that has the file nor keeps it from arriving', async () => {
  const [has, lacks, other] = [await fileMachine(), await fileMachine(), await fileMachine()]
  const bytes = randomBytes(2 * PIECE_BYTES + 5)
  const content = contentOf(bytes)
  await has.store.keep([bytes])
  const talk = await linkFiles(has, lacks)
  await linkFiles(lacks, other)
  other.traffic.want([{ ...content, size: content.size + 1 }], 'shown')
  await vi.waitFor(() => expect(lacks.came).toHaveLength(2))
  await vi.waitFor(() => expect(lacks.traffic.stateOf(content.hash)).toMatchObject({ state: 'nowhere' }), { timeout: 5000 })
  lacks.traffic.want([content], 'shown')
  await arrived(lacks, content)
  expect(talk.links[0].isOpen()).toBe(true)
})

test('a file that went away while it was fetched comes from somebody else', async () => {
  const bytes = randomBytes(4 * PIECE_BYTES)
  const content = contentOf(bytes)
  const forgetful = await fileMachine({
    change: (contents) => ({ read: (hash, index) => (index < 2 ? contents.read(hash, index) : Promise.resolve(null)) }),
  })
  const [has, lacks] = [await fileMachine(), await fileMachine()]
  await forgetful.store.keep([bytes])
  await linkFiles(forgetful, lacks)
  lacks.traffic.want([content], 'shown')
  await vi.waitFor(() => expect(lacks.traffic.stateOf(content.hash)).toMatchObject({ state: 'nowhere' }), { timeout: 5000 })
  await has.store.keep([bytes])
  await linkFiles(has, lacks)
  await arrived(lacks, content)
  expect(lacks.came.filter((piece) => piece === `${content.hash} 0`)).toHaveLength(1)
})

test('what somebody looks at comes before what fills the machine up', async () => {
  const [has, lacks] = [await fileMachine(), await fileMachine()]
  const large = randomBytes(60 * PIECE_BYTES)
  const small = randomBytes(10)
  await has.store.keep([large])
  await has.store.keep([small])
  await linkFiles(has, lacks)
  lacks.traffic.want([contentOf(large)], 'fill')
  await vi.waitFor(() => expect(lacks.came.length).toBeGreaterThan(2), { interval: 1 })
  lacks.traffic.want([contentOf(small)], 'shown')
  await arrived(lacks, contentOf(large))
  const at = lacks.came.indexOf(`${contentOf(small).hash} 0`)
  expect(at).toBeLessThan(lacks.came.length - 20)
  expect(lacks.came).toHaveLength(61)
})

test('a full disk is told, and the file is tried again once there is room', { timeout: 30_000 }, async () => {
  let isFull = true
  const has = await fileMachine()
  const lacks = await fileMachine({
    disk: {
      ...nodeDisk,
      open: (...given) =>
        isFull ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : nodeDisk.open(...given),
    },
  })
  const bytes = randomBytes(10)
  await has.store.keep([bytes])
  await linkFiles(has, lacks)
  lacks.traffic.want([contentOf(bytes)], 'shown')
  await vi.waitFor(() =>
    expect(lacks.traffic.stateOf(contentOf(bytes).hash)).toMatchObject({ state: 'trouble', trouble: 'errors.diskFull' }),
  )
  expect(lacks.bugs).toEqual([])
  isFull = false
  await arrived(lacks, contentOf(bytes))
})

test('a disk that is nearly full is not filled up, and what somebody opens still comes', async () => {
  const [has, lacks] = [await fileMachine(), await fileMachine({ hasRoom: () => false })]
  const bytes = randomBytes(PIECE_BYTES)
  const content = contentOf(bytes)
  await has.store.keep([bytes])
  await linkFiles(has, lacks)
  lacks.traffic.want([content], 'fill')
  await vi.waitFor(() =>
    expect(lacks.traffic.stateOf(content.hash)).toMatchObject({ state: 'trouble', trouble: 'errors.diskFull' }),
  )
  expect(lacks.came).toEqual([])
  lacks.traffic.want([content], 'shown')
  await arrived(lacks, content)
})
