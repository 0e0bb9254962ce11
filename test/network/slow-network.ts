// A network that loses 2 % of what is sent and takes 50 ms each way: by netem where the kernel has it, else by a hub of our own.
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { createLab, HUB, type Lab, type PlugOptions } from '../support/namespaces.ts'

const DELAY_MS = 50
const SHARE_LOST = 0.02

const netem = ['tc', 'qdisc', 'add', 'dev', 'eth0', 'root', 'netem', 'loss', `${SHARE_LOST * 100}%`, 'delay', `${DELAY_MS}ms`]
const ownHub = ['python3', join(import.meta.dirname, 'delaying-hub.py'), String(DELAY_MS), String(SHARE_LOST)]

export type Means = 'netem' | 'a hub of our own'

/** How a slow network can be made here, or why not. Network namespaces must be possible. */
export const meansOfDelay = (): { readonly means: Means } | { readonly means: null; readonly refusal: string } => {
  const lab = createLab()
  try {
    lab.addSwitch('office')
    lab.addMachine('pc1')
    lab.plug('pc1', 'office')
    const noNetem = lab.tryRun('pc1', ...netem)
    if (noNetem === null) return { means: 'netem' }
    // Its input is empty, so it ends at once.
    const noHub = lab.tryRun(HUB, ...ownHub, 'try')
    return noHub === null ? { means: 'a hub of our own' } : { means: null, refusal: `${noNetem} ${noHub}` }
  } finally {
    lab.remove()
  }
}

const counts = z.object({ passed: z.int(), lost: z.int() })
type Counts = z.infer<typeof counts>

export interface SlowNetwork {
  /** By what, and how slow it proved to be. */
  readonly name: string
  /** Frames so far. */
  readonly counts: () => Promise<Counts>
}

/** Adds the machines, `pc1` and `pc2` among them, and plugs them in: 10.77.0.1 and so on. Throws if frames then come sooner, or all of them. */
export const plugSlowly = async (lab: Lab, machines: readonly string[], means: Means): Promise<SlowNetwork> => {
  for (const name of machines) lab.addMachine(name)
  const counting = await (means === 'netem' ? plugIntoNetem : plugIntoHub)(lab, machines)
  const { ms, share } = await probe(lab, counting)
  if (ms < 2 * DELAY_MS) throw new Error(`It takes only ${ms} ms there and back.`)
  // Of 2,000 frames a share this far off would come once in half a million times.
  if (Math.abs(share - SHARE_LOST) > 0.75 * SHARE_LOST) throw new Error(`${share * 100} % are lost.`)
  const told = `${ms.toFixed(0)} ms there and back and ${(share * 100).toFixed(1)} % lost in a trial`
  return { name: `2 % loss, 50 ms each way, by ${means} (${told})`, counts: counting }
}

const optionsOf = (index: number): PlugOptions => ({ addresses: [`10.77.0.${index + 1}/24`] })

const plugIntoNetem = (lab: Lab, machines: readonly string[]): SlowNetwork['counts'] => {
  lab.addSwitch('office')
  for (const [index, name] of machines.entries()) {
    lab.plug(name, 'office', optionsOf(index))
    lab.run(name, ...netem)
  }
  return () => Promise.resolve(countsOfNetem(lab, machines))
}

const plugIntoHub = async (lab: Lab, machines: readonly string[]): Promise<SlowNetwork['counts']> => {
  const deviceOf = (name: string): string => `tap-${name}`
  const hub = lab.start(HUB, ...ownHub, ...machines.map(deviceOf))
  hub.stderr.on('data', (text) => process.stderr.write(String(text)))
  const lines = createInterface({ input: hub.stdout })[Symbol.asyncIterator]()
  const nextLine = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('The hub has ended.')
    return value
  }
  if ((await nextLine()) !== 'ready') throw new Error('The hub did not come up.')
  for (const [index, name] of machines.entries()) lab.hand(name, deviceOf(name), optionsOf(index))
  return async () => {
    hub.stdin.write('\n')
    return counts.parse(JSON.parse(await nextLine()))
  }
}

const netemSays = z.array(z.object({ kind: z.string(), packets: z.int(), drops: z.int() }))

const countsOfNetem = (lab: Lab, machines: readonly string[]): Counts => {
  const all = machines
    .flatMap((name) => netemSays.parse(JSON.parse(lab.run(name, 'tc', '-s', '-j', 'qdisc', 'show', 'dev', 'eth0'))))
    .filter(({ kind }) => kind === 'netem')
  const sum = (what: 'packets' | 'drops'): number => all.reduce((total, one) => total + one[what], 0)
  return { passed: sum('packets'), lost: sum('drops') }
}

/** With frames of its own from pc2 to pc1: how many ms it takes there and back, at the least, and what share is lost. */
const probe = async (lab: Lab, count: SlowNetwork['counts']): Promise<{ readonly ms: number; readonly share: number }> => {
  const before = await count()
  const said = lab.run('pc2', process.execPath, join(import.meta.dirname, 'probe-link.ts'), '10.77.0.1')
  const after = await count()
  const [passed, lost] = [after.passed - before.passed, after.lost - before.lost]
  return { ms: Math.min(...z.array(z.number()).min(1).parse(JSON.parse(said))), share: lost / (passed + lost) }
}
