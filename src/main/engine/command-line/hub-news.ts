// What a hub writes into its log about the network: states, what is the trouble, and machines by the letter of their numbers. No names, no contents:
// whoever helps reads the log, too.
import type { MessageParams } from '#shared/base/app-error.ts'
import { networkContract, type NetworkStatus, type Said } from '#shared/sync/network.contract.ts'
import { plainWord } from '#main/sync/messages.ts'
import type { Engine } from '../engine.ts'
import { spokenSentence } from './spoken-reply.ts'

export interface HubNews {
  readonly level: 'info' | 'warn'
  readonly text: string
}

/** How long what happens is gathered before the status is looked at. */
const GATHER_MS = 1000

type Device = NetworkStatus['devices'][number]

/** Tells what is different from the last look on. `ask` answers `network.status`. */
export const watchNetwork = (
  engine: Pick<Engine, 'onEvent'>,
  ask: () => Promise<unknown>,
  tell: (news: HubNews) => void,
): { readonly stop: () => Promise<void> } => {
  let before: NetworkStatus | null = null
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()

  const look = async (): Promise<void> => {
    timer = undefined
    try {
      const now = networkContract.status.output.parse(await ask())
      for (const news of differences(before, now)) tell(news)
      before = now
    } catch (error) {
      // A hub goes on without its log line; what failed is said in its place.
      tell({
        level: 'warn',
        text: `the network could not be looked at: ${error instanceof Error ? error.message : typeof error}`,
      })
    }
  }
  const later = (): void => {
    timer ??= setTimeout(() => {
      looking = look()
    }, GATHER_MS)
  }
  const stopListening = engine.onEvent((event) => {
    if (event.type === 'changed' && event.tables.includes('network')) later()
  })
  later()
  return {
    stop: async () => {
      stopListening()
      clearTimeout(timer)
      await looking
    },
  }
}

/** One line for each thing that is different; `before` null: since nothing was known. */
export const differences = (before: NetworkStatus | null, now: NetworkStatus): HubNews[] => {
  const was = new Map(before?.devices.map((device) => [device.id, device]))
  const here = new Set(now.devices.map(({ id }) => id))
  const network = [now.state, now.port === null ? '' : ` on port ${now.port}`, deviceCounts(now)].join('')
  return [
    ...(before && headingOf(before) === headingOf(now)
      ? []
      : [news(`network ${network}${troubleIn(now)}`, now.state === 'trouble')]),
    ...now.devices.flatMap((device) => (device.isThis ? [] : ofDevice(was.get(device.id), device))),
    ...[...was.values()].filter(({ id }) => !here.has(id)).map(({ letter }) => news(`machine ${plainWord(letter)} was removed`)),
  ]
}

/** Numbers in a sentence change all the time; another trouble is another sentence, or another machine. */
const headingOf = ({ state, sentence: { messageKey, params } }: NetworkStatus): string =>
  state === 'trouble' ? `${messageKey} ${String(params['name'])}` : state

const troubleIn = ({ state, sentence, devices }: NetworkStatus): string =>
  state === 'trouble' ? `: ${withoutNames(sentence, devices)}` : ''

/** A sentence in English in which a machine is called by its letter, and everybody else by nothing. */
export const withoutNames = ({ messageKey, params }: Said, devices: readonly Device[] = []): string => {
  const nameless: MessageParams = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, NAMES.has(key) ? calledBy(value, devices) : value]),
  )
  return spokenSentence(messageKey, nameless).message ?? messageKey
}

/** Where a file was put says who put it there, and is on the screen of whoever typed it. */
const NAMES = new Set(['name', 'names', 'path'])
const calledBy = (name: unknown, devices: readonly Device[]): string => {
  const device = devices.find((one) => one.name === name)
  return device ? `machine ${plainWord(device.letter)}` : '…'
}

const deviceCounts = ({ devices }: NetworkStatus): string => {
  const others = devices.filter(({ isThis }) => !isThis)
  return `, ${others.filter(({ isConnected }) => isConnected).length} of ${others.length} machines connected`
}

/** Letter and version are what other machines say. */
const ofDevice = (was: Device | undefined, { letter, isConnected, app, trouble, untilAt }: Device): HubNews[] => [
  ...(was?.isConnected === isConnected || (!was && !isConnected)
    ? []
    : [news(`machine ${plainWord(letter)} ${isConnected ? 'connected' : 'gone'}`)]),
  ...(was?.app === app || app === null ? [] : [news(`machine ${plainWord(letter)} runs version ${plainWord(app)}`)]),
  ...(was?.trouble === trouble || trouble === null
    ? []
    : [
        news(
          `machine ${plainWord(letter)} cannot be talked to: ${withoutNames({ messageKey: trouble, params: { until: untilAt } })}`,
          true,
        ),
      ]),
]

const news = (text: string, isTrouble = false): HubNews => ({ level: isTrouble ? 'warn' : 'info', text })
