// A typed line while it is being written: what was understood, whom it means, and what the user chose instead.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useWallClock } from '#renderer/ui/use-wall-clock.ts'
import type { MarkedPart } from '#renderer/ui/MarkedInput.tsx'
import { understandLine, type UnderstoodLine } from '#shared/activities/quick-add/understand-line.ts'
import type { NamedRecord } from '#shared/home/home.contract.ts'
import type { PlanKind } from './plan-values.ts'

/** So many of the name-like parts are looked up. */
const LOOKED_UP = 40

/** What was chosen by hand; absent: as understood. */
export interface QuickChoices {
  readonly kind?: PlanKind
  readonly dueOn?: string | null
  readonly dueTime?: string | null
  readonly reminderMinutes?: number | null
  readonly priority?: 'low' | 'high' | null
  /** `null`: nobody. */
  readonly record?: NamedRecord | null
  readonly repeats?: false
}

export interface QuickPlan extends Omit<UnderstoodLine, 'kind' | 'names' | 'spans'> {
  readonly kind: PlanKind
  readonly record: NamedRecord | null
}

export interface QuickLine {
  readonly text: string
  readonly setText: (text: string) => void
  readonly plan: QuickPlan | null
  readonly parts: readonly MarkedPart[]
  /** Everybody of the name; more than one and none chosen: a question. */
  readonly candidates: readonly NamedRecord[]
  readonly isAsking: boolean
  readonly choose: (choices: QuickChoices) => void
  readonly clear: () => void
  /** Whom the text means was looked up for the text as it stands. */
  readonly isSettled: boolean
}

const NOTHING: readonly NamedRecord[] = []

/** `usualDay`: of a line that names none. */
export const useQuickLine = (usualDay?: string): QuickLine => {
  const [text, setText] = useState('')
  const [choices, setChoices] = useState<QuickChoices>({})
  const { today, time } = useWallClock()
  const understood = useMemo(
    () => (text.trim() === '' ? null : understandLine(text, { today, time, usualDay })),
    [text, today, time, usualDay],
  )
  const wanted = understood?.names.slice(0, LOOKED_UP).map((name) => name.text) ?? []
  const asked = useDeferredValue(JSON.stringify(wanted))
  const names: readonly string[] = JSON.parse(asked) as string[] // What the line above wrote.
  const found = useQuery({
    ...useApi().home.named({ names: [...names] }),
    enabled: names.length > 0,
    placeholderData: keepPreviousData,
  })
  const isSettled = asked === JSON.stringify(wanted) && (names.length === 0 || (found.isSuccess && !found.isPlaceholderData))
  const meant = wanted.length === 0 ? null : (found.data ?? null)
  const candidates = meant?.records ?? NOTHING
  const only = candidates.length === 1 ? (candidates[0] ?? null) : null
  const who = understood?.names.find((name) => name.text === meant?.name)

  const plan: QuickPlan | null = understood && {
    kind: choices.kind ?? understood.kind,
    title: understood.title,
    dueOn: choices.dueOn === undefined ? understood.dueOn : choices.dueOn,
    dueTime: choices.dueOn === null ? null : choices.dueTime === undefined ? understood.dueTime : choices.dueTime,
    durationMinutes: understood.durationMinutes,
    priority: choices.priority === undefined ? understood.priority : choices.priority,
    recurrence: choices.repeats === false || choices.dueOn === null ? null : understood.recurrence,
    reminderMinutes:
      choices.reminderMinutes === undefined
        ? (understood.reminderMinutes ?? (understood.dueTime === null && !choices.dueTime ? null : 0))
        : choices.reminderMinutes,
    record: choices.record === undefined ? only : choices.record,
  }
  return {
    text,
    setText: (next) => {
      setText(next)
      if (next.trim() === '') setChoices({})
    },
    plan,
    parts: [
      ...(understood?.spans ?? []).map(({ from, to, meaning }) => ({
        ...{ from, to },
        tone: meaning === 'when' || meaning === 'repeats' ? ('when' as const) : ('other' as const),
      })),
      ...(who ? [{ from: who.from, to: who.to, tone: 'who' as const }] : []),
    ].toSorted((a, b) => a.from - b.from),
    candidates,
    isAsking: candidates.length > 1 && choices.record === undefined,
    choose: (more) => setChoices({ ...choices, ...more }),
    clear: () => {
      setText('')
      setChoices({})
    },
    isSettled,
  }
}
