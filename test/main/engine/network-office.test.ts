// An office that cannot be opened leaves nothing behind: neither a door that nobody can close, nor a clock that goes on. And an invitation that is
// written can be read.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createNetworkBox } from '#main/engine/network-box.ts'
import { inviteByFile, openNetworkOffice } from '#main/engine/network-office.ts'
import { createDeviceIdentity } from '#main/net/certificate.ts'
import type { UsableInterface } from '#main/net/interfaces.ts'
import { readInvitationFile } from '#main/net/invitation-file.ts'
import { ownAddresses } from '#main/net/own-addresses.ts'
import { newCharter } from '#main/sync/charter.ts'
import type { Office } from '#main/sync/office.ts'
import { askable } from '../../support/linked-machines.ts'
import { newMachine } from '../../support/replicas.ts'

/** How many clocks run. An office has some as long as its door is open. */
const clocks = async (): Promise<number> => {
  // What was closed goes in the next turn.
  await setImmediate()
  return process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length
}

/** How an office with a sealed file of its own is opened at a port. `path`: of that file. */
const desk = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-network-office-'))
  const path = join(folder, 'network.sealed')
  const { writer, ...machine } = await newMachine(0)
  onTestFinished(() => {
    writer.close()
    rmSync(folder, { recursive: true })
  })
  const identity = await createDeviceIdentity()
  const box = createNetworkBox(path, randomBytes(32), randomBytes)
  const charter = newCharter(identity, () => randomBytes(32).toString('hex'))
  const nothing = { addresses: [], invitations: [], peers: [], newcomers: [], heard: {} }
  box.put({ v: 2, isOn: true, port: 0, name: 'Front desk', identity, charter, ...nothing })
  const open = async (host: string, port: number, isOnlyPort = false): Promise<Office> => {
    const [file, keeper] = [box.file(), box.charter()]
    if (!file || !keeper) throw new Error('There is no file.')
    return openNetworkOffice(file, keeper, {
      ...{ box, replica: askable({ writer, ...machine }).replica, topics: [], appVersion: '1.0.0' },
      ...{ nowMs: Date.now, random: randomBytes, onChange: () => undefined, logBug: () => undefined },
      desk: { admit: () => Promise.reject(new Error('Nobody comes.')) },
      newcomers: { isAwaited: () => false, came: () => undefined, expect: () => undefined },
      place: { host, port, isOnlyPort, isSilent: true },
    })
  }
  return { path, open }
}

test('an office whose port cannot be written down is closed again', async () => {
  const { path, open } = await desk()
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  onTestFinished(() => void taken.close())
  const place = taken.address()
  mkdirSync(`${path}.new`)
  const before = await clocks()
  await expect(open('127.0.0.1', typeof place === 'object' ? (place?.port ?? 0) : 0)).rejects.toThrow('EISDIR')
  expect(await clocks()).toBeLessThanOrEqual(before)
})

test('an office whose only port another program has is not opened at another one', async () => {
  const { open } = await desk()
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  onTestFinished(() => void taken.close())
  const place = taken.address()
  const port = typeof place === 'object' && place ? place.port : 0
  await expect(open('127.0.0.1', port, true)).rejects.toMatchObject({ messageKey: 'sync.listen.port_taken', params: { port } })
  const office = await open('127.0.0.1', port)
  onTestFinished(() => office.close())
  expect(office.state().port).not.toBe(port)
})

test('an office for which there is no port leaves nothing behind', async () => {
  const { open } = await desk()
  const before = await clocks()
  // Of no machine.
  await expect(open('203.0.113.7', 0)).rejects.toThrow('sync.listen')
  expect(await clocks()).toBeLessThanOrEqual(before)
})

/** With an IPv6 address of its own, except link-local ones. */
const nic = (name: string, address: string, ipv6: string): UsableInterface => ({
  ...{ name, scope: name, ipv6: [ipv6, 'fe80::1'] },
  ipv4: [{ address, netmask: '255.255.0.0', broadcast: null }],
})

test('a machine with forty virtual networks invites by a file that can be read, with the addresses of the office and its name', async () => {
  const office = await (await desk()).open('127.0.0.1', 0)
  onTestFinished(() => office.close())
  const virtual = Array.from({ length: 40 }, (_, index) => nic(`br-${index}`, `172.18.${index}.1`, `fd00:18::${index + 1}`))
  const addresses = ownAddresses([...virtual, nic('eth0', '192.168.1.5', 'fd00:1::5')])
  expect(addresses).toHaveLength(82)

  const inviter = { deviceId: 'ab'.repeat(32), workspaceName: 'Amselweg 燕子', addresses }
  const { text, invitation } = inviteByFile(office, inviter)
  const read = readInvitationFile(text, Date.now())
  const { port } = office.state()
  const hosts = ['192.168.1.5', 'fd00:1::5', ...virtual.slice(0, 29).map(({ ipv4 }) => ipv4[0]?.address), hostname()]
  expect(read).toMatchObject({ id: invitation.id, addresses: hosts.map((host) => ({ host, port })) })
})

test('an invitation that could not be read is not made, and lets nobody in', async () => {
  const office = await (await desk()).open('127.0.0.1', 0)
  onTestFinished(() => office.close())
  const inviter = { deviceId: 'ab'.repeat(32), workspaceName: 'x'.repeat(201), addresses: ['192.168.1.5'] }
  expect(() => inviteByFile(office, inviter)).toThrow('office')
  expect(office.state().files).toEqual([])
})
