// What a calendar file says about one task or appointment, in the wall clock of the workspace's zone.
import type { MessageParams } from '#shared/base/app-error.ts'

export interface IcsPerson {
  readonly name: string | null
  readonly email: string
}

export interface IcsEntry {
  /** The same in every copy of the file, so that a second import knows it. */
  readonly uid: string
  readonly kind: 'meeting' | 'call' | 'task'
  readonly title: string | null
  readonly text: string | null
  readonly location: string | null
  /** `null` only for tasks. */
  readonly dueOn: string | null
  /** `null`: all day. */
  readonly dueTime: string | null
  /** The last day of an all-day appointment that takes several. */
  readonly endsOn: string | null
  readonly durationMinutes: number | null
  readonly recurrence: string | null
  readonly exDays: readonly string[]
  /** Set on an occurrence of the series with the same uid that differs from it. */
  readonly occurrenceOn: string | null
  readonly reminderMinutes: number | null
  readonly priority: 'low' | 'normal' | 'high' | null
  readonly doneAt: string | null
  readonly isCancelled: boolean
  /** Who takes part, those invited before who invited them; missing where the file names nobody. */
  readonly people?: readonly IcsPerson[]
}

/** What could not be taken over as the file says it, and of which entry. */
export interface IcsWarning {
  /** The entry's title, or `null` where none could be read. */
  readonly title: string | null
  readonly key: string
  readonly params: MessageParams
  /** The whole entry was left out. */
  readonly isSkipped: boolean
}
