// What is said of the office network in one sentence: for the status bar, and for the page of computers.
import type { MessageParams } from '#shared/base/app-error.ts'
import type { NetworkStatus, Said } from '#shared/sync/network.contract.ts'
import { clockSentence } from './clock-sentence.ts'

type Device = NetworkStatus['devices'][number]
/** Of the machine of that id: how many change sets it still had to send when there last was nothing to take. */
export type TakenInAll = ReadonlyMap<string, number>

export interface Told {
  readonly state: NetworkStatus['state']
  readonly sentence: Said
  /** Of the changes that come in now. Told whatever the sentence is about. */
  readonly taking: NetworkStatus['taking']
}

const say = (messageKey: string, params: MessageParams = {}): Said => ({ messageKey: `network.state.${messageKey}`, params })

const sum = (numbers: readonly (number | null)[]): number => numbers.reduce<number>((all, one) => all + (one ?? 0), 0)

const troubleSentence = ({ name, trouble }: Device): Said | null =>
  trouble === null ? null : { messageKey: trouble.replace('network.end.', 'network.trouble.'), params: { name } }

const sourcesAmong = (busy: readonly Device[]): Device[] => busy.filter(({ toTake }) => (toTake ?? 0) > 0)

/** Several mostly give the same: whoever has the most to give counts. */
const takingOf = (sources: readonly Device[], inAll: TakenInAll): NetworkStatus['taking'] => {
  if (sources.length === 0) return null
  const left = Math.max(...sources.map(({ toTake }) => toTake ?? 0))
  const total = Math.max(left, ...sources.map(({ id }) => inAll.get(id) ?? 0))
  return { done: total - left, total }
}

const syncingSentence = (busy: readonly Device[], taking: NetworkStatus['taking']): Said => {
  const [first] = busy
  const [source, ...more] = sourcesAmong(busy)
  if (taking && source && more.length === 0) return say('taking', { name: source.name, ...taking })
  if (taking && source) return say('takingFromMore', { machines: more.length + 1, ...taking })
  if (first && busy.length === 1) return say('sending', { name: first.name, count: first.toSend ?? 0 })
  return say('exchanging', { count: busy.length })
}

const behindSentence = (waiting: readonly Device[]): Said => {
  const [first] = waiting
  const lacking = waiting.filter(({ toSend }) => (toSend ?? 0) > 0)
  const [only] = lacking
  if (!only) return say('missing', { name: first?.name ?? '', count: sum(waiting.map(({ toTake }) => toTake)) })
  // Mostly the same changes wait for each of them.
  const count = Math.max(...lacking.map(({ toSend }) => toSend ?? 0))
  return lacking.length === 1
    ? say('waiting', { name: only.name, count })
    : say('waitingForMore', { machines: lacking.length, count })
}

const quietSentence = (others: readonly Device[]): Said => {
  const there = others.filter(({ isConnected }) => isConnected).length
  const newer = others.find(({ isNewer }) => isNewer)
  if (others.length === 0) return say('alone')
  if (there === 0) return say('nobodyThere')
  if (newer) return say('newer', { name: newer.name })
  return there === others.length
    ? say('exchanged', { count: others.length + 1 })
    : say('someThere', { there: there + 1, count: others.length + 1 })
}

/** `trouble`: why this machine itself is not in the network. */
export const networkSentence = (isOn: boolean, trouble: Said | null, devices: readonly Device[], inAll: TakenInAll): Told => {
  const others = devices.filter(({ isThis }) => !isThis)
  const busy = others.filter(({ isConnected, toSend, toTake }) => isConnected && (toSend ?? 0) + (toTake ?? 0) > 0)
  const taking = takingOf(sourcesAmong(busy), inAll)
  if (trouble) return { state: 'trouble', sentence: trouble, taking }
  if (!isOn) return { state: 'off', sentence: say('off'), taking }
  const ofOne = others.map(troubleSentence).find((sentence) => sentence !== null) ?? clockSentence(others)
  if (ofOne) return { state: 'trouble', sentence: ofOne, taking }
  if (busy.length > 0) return { state: 'syncing', sentence: syncingSentence(busy, taking), taking }
  const waiting = others.filter(({ toSend, toTake }) => (toSend ?? 0) + (toTake ?? 0) > 0)
  if (waiting.length > 0) return { state: 'behind', sentence: behindSentence(waiting), taking }
  return { state: 'quiet', sentence: quietSentence(others), taking }
}
