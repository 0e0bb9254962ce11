// What the connection test says of another machine, tried out over real sockets on loopback.
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { NetworkFile } from '#main/engine/network-file.ts'
import { testNetwork } from '#main/engine/network-test.ts'
import { atTheEnd, closeOffices, eventually, officeMachine } from '../../support/office-machines.ts'

afterEach(closeOffices)

const BACK_OFFICE = 'ab'.repeat(32)

/** An office of two, and what is at the address that is known of the other machine. */
const officeWhereAnswers = async (answer: (socket: Socket) => void) => {
  const taken: Socket[] = []
  const server = createServer((socket) => {
    taken.push(socket.on('error', () => undefined))
    answer(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  atTheEnd(() => {
    server.close()
    for (const socket of taken) socket.destroy()
  })
  // A server that listens on a port has an AddressInfo.
  const { port } = server.address() as AddressInfo
  const machine = await officeMachine(0)
  machine.charter().add(BACK_OFFICE)
  const addresses = [
    { deviceId: BACK_OFFICE, host: '127.0.0.1', port, source: 'typed', knownAt: 1, succeededAt: null, failures: 0 } as const,
  ]
  machine.know(addresses)
  const office = await machine.open()
  const file: NetworkFile = {
    ...{ v: 2, isOn: true, port, name: 'Front desk', identity: machine.identity, charter: machine.charter().charter() },
    ...{ addresses, invitations: [], peers: [], newcomers: [], heard: {} },
  }
  const test = () =>
    testNetwork({
      ...{ file, office, trouble: null, readInterfaces: () => [], isOver: () => false },
      devices: [{ id: BACK_OFFICE, name: 'Back office', letter: 'B' }],
    })
  return { office, taken, test }
}

test('a place that a round calls right now is judged by what is there, not by that it is called', async () => {
  const { taken, test } = await officeWhereAnswers((socket) => {
    setTimeout(() => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 700)
  })
  await eventually(() => expect(taken).toHaveLength(1))
  expect((await test()).at(-1)).toMatchObject({ level: 'trouble', messageKey: 'sync.test.peer_not_kith' })
})

test(
  'a Kith that is too busy to say a word is not called something else, in the test or in its row',
  { timeout: 60_000 },
  async () => {
    const { office, test } = await officeWhereAnswers(() => undefined)
    expect((await test()).at(-1)).toMatchObject({ level: 'trouble', messageKey: 'sync.test.peer_mute' })
    expect(office.state().failures.size).toBe(0)
  },
)
