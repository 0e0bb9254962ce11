// The sealed file of the office network: what a former version wrote is understood, what was changed is refused.
import { mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createNetworkBox } from '#main/engine/network-box.ts'
import { type NetworkFile, readNetworkFile, writeNetworkFile } from '#main/engine/network-file.ts'
import { createDeviceIdentity } from '#main/net/certificate.ts'
import { newCharter } from '#main/sync/charter.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-network-file-'))
afterAll(() => rmSync(folder, { recursive: true }))
const key = (): Buffer => Buffer.alloc(32, 7)
const iv = new Uint8Array(12).fill(3)
const random = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(5)
const guest = 'ab'.repeat(32)

/** As the first version wrote it. */
const writeFirst = async (name: string, letInBy: string | null): Promise<{ path: string; deviceId: string }> => {
  const path = join(folder, name)
  const identity = await createDeviceIdentity()
  const file = { v: 1, isOn: true, port: 1, name: 'Front desk', identity, workspaceKey: 'cd'.repeat(32), addresses: [], letInBy }
  // A type of its own for what is written no more would be of no use to anybody.
  writeNetworkFile(path, key(), iv, file as never)
  return { path, deviceId: identity.deviceId }
}

test('a file of the first version keeps its key; its founder is the machine itself, or who let it in', async () => {
  const [first, second] = [await writeFirst('first', null), await writeFirst('second', guest)]
  for (const [{ path }, founder, isUnsigned] of [
    [first, first.deviceId, true],
    [second, guest, false],
  ] as const) {
    const read = readNetworkFile(path, key())
    expect(read).toMatchObject({ isUnsigned, file: { v: 2, invitations: [], heard: {}, charter: { founder, entries: [] } } })
    expect(read?.file.charter.keys).toMatchObject([{ epoch: 1, key: 'cd'.repeat(32) }])
  }
})

test('what changes in the charter is on the disk at once, and read again', async () => {
  const { path, deviceId } = await writeFirst('third', null)
  const box = createNetworkBox(path, key(), random)
  box.read()
  box.charter()?.add(guest)
  const again = createNetworkBox(path, key(), random)
  expect(again.read()).toEqual({ isUnsigned: false })
  expect(again.charter()?.isMember(guest)).toBe(true)
  expect(again.charter()?.isMember(deviceId)).toBe(false)
  again.charter()?.remove(guest)
  box.read()
  expect(readNetworkFile(path, key())?.file.charter.keys.map(({ epoch }) => epoch)).toEqual([2, 1])
})

test('what the disk refused has not happened, neither now nor after a restart', async () => {
  const { path } = await writeFirst('unwritten', null)
  const box = createNetworkBox(path, key(), random)
  box.read()
  box.charter()?.add(guest)
  mkdirSync(`${path}.new`)
  expect(() => box.charter()?.remove(guest)).toThrow('EISDIR')
  expect(() => box.change({ isOn: false })).toThrow('EISDIR')
  rmdirSync(`${path}.new`)
  // Of what is written next it is no part.
  box.change({ peers: [] })
  const again = createNetworkBox(path, key(), random)
  again.read()
  for (const one of [box, again]) expect([one.charter()?.isMember(guest), one.file()?.isOn]).toEqual([true, true])
})

test('a file that was changed, or is of another workspace, is refused', async () => {
  const identity = await createDeviceIdentity()
  const path = join(folder, 'fourth')
  const charter = newCharter(identity, () => 'ef'.repeat(32))
  const file: NetworkFile = {
    v: 2,
    isOn: true,
    port: 1,
    name: 'x',
    identity,
    charter,
    ...{ addresses: [], invitations: [], peers: [], newcomers: [], heard: {} },
  }
  writeNetworkFile(path, key(), iv, file)
  expect(readNetworkFile(path, key())?.file).toEqual(file)
  expect(() => readNetworkFile(path, Buffer.alloc(32, 8))).toThrow(expect.objectContaining({ messageKey: 'network.damaged' }))
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40)
  writeFileSync(path, bytes)
  expect(() => readNetworkFile(path, key())).toThrow(expect.objectContaining({ messageKey: 'network.damaged' }))
})
