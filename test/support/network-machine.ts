// One machine of the office as a process of its own: an announcer and a listening port, moved by lines of JSON. Started by `startMachine`.
import { randomBytes } from 'node:crypto'
import { connect, createServer, type AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { createAnnouncer } from '#main/net/announcer.ts'
import { testConnection } from '#main/net/connection-test.ts'
import { usableInterfaces } from '#main/net/interfaces.ts'
import { searchSubnet } from '#main/net/subnet-search.ts'
import type { MachineOrder, MachineReport } from './network-desk.ts'

const say = (report: MachineReport): void => void process.stdout.write(`${JSON.stringify(report)}\n`)

const server = createServer((socket) => {
  // Whoever only tries the port hangs up before reading.
  socket.on('error', () => undefined)
  socket.end('kith')
})
server.listen({ port: 0, host: '::' }, () => {
  // A server that listens on a port has an AddressInfo.
  const { port } = server.address() as AddressInfo
  let since = 0
  const after = (): number => performance.now() - since
  const [hexKey = ''] = process.argv.slice(2)
  const announcer = createAnnouncer({
    now: Date.now,
    random: randomBytes,
    member: hexKey === 'new' ? null : { keys: [Buffer.from(hexKey, 'hex')], port },
    onPeer: (machine) => {
      say({ tells: 'peer', machine, after: after() })
      return true
    },
    onOffices: (offices) => say({ tells: 'offices', offices, after: after() }),
  })

  const dial = (host: string, to: number): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect({ host, port: to, timeout: 2000 })
      socket.once('data', (bytes) => {
        socket.destroy()
        resolve(bytes.toString())
      })
      socket.once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
      socket.once('timeout', () => {
        socket.destroy()
        resolve('ETIMEDOUT')
      })
    })

  const test = async (host: string, to: number): Promise<string[]> => {
    const peers = [{ name: 'PC', addresses: [{ host, port: to }], isHeard: true, hasDialledUs: false }]
    const findings = await testConnection({ listening: { port }, announcer, peers })
    return findings.map(({ level, messageKey }) => `${level} ${messageKey.replace('sync.test.', '')}`)
  }

  const obey = async (order: MachineOrder): Promise<unknown> => {
    since = performance.now()
    if (order.do === 'start') return announcer.start()
    if (order.do === 'stop') return announcer.stop()
    if (order.do === 'open') return announcer.openOffice(Date.now() + order.ms)
    if (order.do === 'close') return announcer.closeOffice()
    if (order.do === 'peers') return announcer.peers()
    if (order.do === 'state') return announcer.state()
    if (order.do === 'dial') return dial(order.host, order.port)
    if (order.do === 'search') return searchSubnet({ interfaces: usableInterfaces(), ports: [order.port] })
    if (order.do === 'test') return test(order.host, order.port)
    server.close()
    await announcer.stop()
    return process.exit(0)
  }

  createInterface({ input: process.stdin }).on('line', (line) => {
    // Lines come from `startMachine` alone.
    const { number, order } = JSON.parse(line) as { number: number; order: MachineOrder }
    void obey(order).then((value) => say({ tells: 'done', number, value: value ?? null }))
  })
  say({ tells: 'ready', port })
})
