// Machines of a history that are put back to a copy of their database, as a restored backup or an image of the whole machine does it.
import { beginOrigin } from '#main/db/log/incarnation.ts'
import { type Branch, leaveBranch } from '#main/db/replicate/leave-branch.ts'
import { isLeft, setBackTo, waysMaybeLeft } from '#main/db/replicate/left-ways.ts'
import type { HoldsOperation } from './history-books.ts'
import { commonOf, holdsOf, type Machine, restartedMachine } from './replicas.ts'

export interface Past {
  /** A copy of the machine's database, for later. */
  readonly keep: (index: number) => void
  /**
   * Puts the last copy in the place of the machine, if there is one: under a new origin, or `isUnaware`: as if nothing had happened, until another
   * machine shows it that it went another way before. After that, nothing is put back any more.
   */
  readonly goBack: (index: number, isUnaware: boolean) => void
  /** Whether a machine went back unaware. */
  readonly isParted: () => boolean
  /** Whether a machine may still write under a name whose newer change sets it lost. */
  readonly isUnaware: (index: number) => boolean
  /** What two machines do before they exchange anything: of two ways under one name, one goes over to a name of its own. */
  readonly agree: (one: number, other: number) => void
  readonly agreeAll: () => void
}

export interface PastOptions {
  readonly machines: Machine[]
  readonly newOrigin: () => Uint8Array
  /** Told of the operations that somebody has still. */
  readonly onLost: (isHeld: HoldsOperation) => void
}

/** Two machines leave each other's ways one after the other; more than that is never needed. */
const MOST_LEAVINGS = 8

export const createPast = ({ machines, newOrigin, onLost }: PastOptions): Past => {
  const copies = new Map<number, Buffer>()
  let unaware: { readonly index: number; readonly originHex: string } | undefined

  const machineAt = (index: number): Machine => {
    const one = machines[index]
    if (!one) throw new Error(`There is no machine ${index}.`)
    return one
  }
  const replace = (index: number, image: Buffer, before?: Parameters<typeof restartedMachine>[2]): void => {
    const { writer, clock } = machineAt(index)
    writer.close()
    const made = restartedMachine(image, index, before)
    made.clock.now = clock.now
    machines[index] = made
  }
  const leave = (index: number, branch: Branch): void =>
    replace(index, machineAt(index).writer.raw.serialize(), (raw) => {
      leaveBranch(raw, branch, { origin: newOrigin(), deviceName: 'set back' })
    })

  /** Answers whether one of them left a way. */
  const partAt = (originHex: string, [one, other]: readonly [number, number]): boolean => {
    const [mine, theirs] = [machineAt(one), machineAt(other)]
    const [had, has] = [mine, theirs].map(({ writer }) => writer.outgoing.vector().get(originHex) ?? 0) as [number, number]
    const common = commonOf(originHex, mine, theirs)
    if (originHex === mine.originHex ? common < has : common < Math.min(had, has)) {
      const [ours = null, others = null] = [mine, theirs].map(
        ({ writer }) => writer.outgoing.chains([[originHex, common + 1]])[0],
      )
      // A machine that has nothing there has only lost something.
      const isOurs = ours !== null && others !== null && ours < others
      if (originHex === mine.originHex) leave(one, { originHex, after: common, stays: !isOurs })
      else leave(isOurs ? one : other, { originHex, after: common })
      return true
    }
    return false
  }

  /** Answers whether the first one left a way that the other one, or who told it, has left. */
  const follow = (one: number, other: number): boolean => {
    const [ours, theirs] = [machineAt(one).writer.outgoing, machineAt(other).writer.outgoing]
    const way = waysMaybeLeft(ours.vector(), theirs.vector()).find((maybe) =>
      isLeft(maybe, ours.chains([[maybe.originHex, maybe.first]])[0]),
    )
    if (way) leave(one, { originHex: way.originHex, after: way.first - 1 })
    return way !== undefined
  }

  /** Answers whether the first one sees by a name that it was set back. */
  const notice = (one: number, other: number): boolean => {
    const [{ originHex, writer }, { writer: their }] = [machineAt(one), machineAt(other)]
    const after = setBackTo(originHex, writer.outgoing.vector(), their.outgoing.vector())
    if (after !== null) leave(one, { originHex, after, stays: true })
    return after !== null
  }

  const agree = (one: number, other: number, leavings = 0): boolean => {
    if (leavings > MOST_LEAVINGS) throw new Error(`Machines ${one} and ${other} do not come to agree.`)
    const origins = (index: number): string[] => [...machineAt(index).writer.outgoing.vector().keys()]
    const [mine, theirs] = [machineAt(one).originHex, machineAt(other).originHex]
    const isApart =
      follow(one, other) ||
      follow(other, one) ||
      notice(one, other) ||
      notice(other, one) ||
      partAt(mine, [one, other]) ||
      partAt(theirs, [other, one]) ||
      origins(one).some((hex) => hex !== mine && hex !== theirs && partAt(hex, [one, other]))
    if (isApart) agree(one, other, leavings + 1)
    return isApart
  }

  return {
    keep: (index) => void copies.set(index, machineAt(index).writer.raw.serialize()),
    goBack: (index, isUnaware) => {
      const image = copies.get(index)
      if (!image || unaware) return
      const others = machines.filter((_, at) => at !== index)
      if (isUnaware) {
        unaware = { index, originHex: machineAt(index).originHex }
        replace(index, image)
      } else
        replace(index, image, (raw) => {
          beginOrigin(raw, { origin: newOrigin(), deviceName: 'put back' })
        })
      onLost(holdsOf([...others, machineAt(index)].map(({ writer }) => writer.outgoing.vector())))
    },
    isParted: () => unaware !== undefined,
    isUnaware: (index) => unaware?.index === index && machineAt(index).originHex === unaware.originHex,
    agree: (one, other) => {
      if (unaware) agree(one, other)
    },
    agreeAll: () => {
      if (!unaware) return
      const pairs = machines.flatMap((_, one) => [...machines.keys()].slice(one + 1).map((other) => [one, other] as const))
      while (pairs.map(([one, other]) => agree(one, other)).includes(true));
    },
  }
}
