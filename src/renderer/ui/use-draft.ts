// Keeps what is typed into a form until it is saved: half a second after the typing stops, and at once where the focus leaves.
// After a crash the form opens with it again.
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { AppError } from '#shared/base/app-error.ts'
import { useClient } from '#renderer/api/api-context.tsx'

const QUIET_MS = 500

type Fields = Readonly<Record<string, unknown>>

export interface DraftOptions<Values extends Fields> {
  /** Which form; `null` keeps nothing. */
  readonly key: string | null
  readonly values: Values
  /** What of them is kept; all where nothing is given. */
  readonly words?: Partial<Values>
  /** Whether anything was typed that is not what the form began with. */
  readonly isDirty: boolean
  readonly onRestore: (kept: Values) => void
}

export interface Draft {
  /** When the draft was kept that the form opened with; `null` where there was none. */
  readonly restoredAt: string | null
  /** Keeps what waits to be kept. */
  readonly flush: () => void
  /** The words are saved, or not wanted any more. */
  readonly forget: () => void
}

export const useDraft = <Values extends Fields>({
  key,
  values,
  words = values,
  isDirty,
  onRestore,
}: DraftOptions<Values>): Draft => {
  const { api, queryClient, quietLine } = useClient()
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  // Before the engine has answered, an empty form must not be kept over the words of yesterday.
  const isAsked = useRef(false)
  const isKept = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const text = JSON.stringify(words)

  const settle = (done: Promise<unknown>): void => void done.catch((error: AppError) => quietLine.fail(error))
  const stop = (): boolean => {
    if (timer.current === null) return false
    clearTimeout(timer.current)
    timer.current = null
    return true
  }
  const keep = (words: string): void => {
    if (!stop() || key === null) return
    isKept.current = true
    settle(api.drafts.keep().run({ key, value: words }))
  }
  const forget = (): void => {
    stop()
    setRestoredAt(null)
    if (key === null || !isKept.current) return
    isKept.current = false
    settle(api.drafts.forget().run({ key }))
  }
  const restore = useEffectEvent((draft: { readonly value: string; readonly at: string } | null) => {
    isAsked.current = true
    if (draft === null) return
    isKept.current = true
    if (isDirty) return
    onRestore(kept(values, draft.value))
    setRestoredAt(draft.at)
  })
  const onTyped = useEffectEvent((words: string, isUnsaved: boolean) => {
    if (!isAsked.current || key === null) return
    stop()
    if (isUnsaved) timer.current = setTimeout(() => keep(words), QUIET_MS)
    else if (isKept.current) forget()
  })
  const onLeft = useEffectEvent(() => keep(text))

  useEffect(() => {
    if (key === null) return
    let isGone = false
    isAsked.current = false
    queryClient.fetchQuery({ ...api.drafts.of({ key }), staleTime: 0, gcTime: 0 }).then(
      (draft) => {
        if (!isGone) restore(draft)
      },
      (error: AppError) => quietLine.fail(error),
    )
    return () => {
      onLeft()
      isGone = true
    }
  }, [key, api, queryClient, quietLine])
  useEffect(() => onTyped(text, isDirty), [text, isDirty])

  return { restoredAt, flush: () => keep(text), forget }
}

/** The fields of the form that the draft has words for; a field that an older version of the form had is left out. */
const kept = <Values extends Fields>(values: Values, draft: string): Values => {
  const words: unknown = JSON.parse(draft)
  const known = Object.entries(Object(words)).filter(([name]) => name in values)
  // The same form wrote it, on this machine.
  return { ...values, ...(Object.fromEntries(known) as Partial<Values>) }
}
