// Run on a machine of a lab: how long is it there and back to `host`? Prints the ms of some tries, and sends many datagrams, for others to count.
import { createSocket } from 'node:dgram'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Nobody listens there: a call is refused as soon as it was there and back. */
const CLOSED_PORT = 9
const TRIES = 5
const DATAGRAMS = 2000
/** As many at a time as the queue of any interface holds. */
const AT_ONCE = 20

const [host = ''] = process.argv.slice(2)

const thereAndBack = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const since = performance.now()
    const call = connect({ host, port: CLOSED_PORT })
    call.once('connect', () => reject(new Error(`Somebody listens at ${host}.`)))
    call.once('error', (error) =>
      'code' in error && error.code === 'ECONNREFUSED' ? resolve(performance.now() - since) : reject(error),
    )
  })

const times: number[] = []
for (let count = 0; count < TRIES; count++) times.push(await thereAndBack())

const socket = createSocket('udp4')
for (let count = 0; count < DATAGRAMS; count++) {
  socket.send('x', CLOSED_PORT, host)
  if (count % AT_ONCE === 0) await sleep(1)
}
// All are under way and none on its way any more.
await sleep(200)
socket.close()
process.stdout.write(JSON.stringify(times))
