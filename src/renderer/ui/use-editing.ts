// The life of one inline edit: opened by click or Enter, saved on leaving, Esc goes back, Tab goes on to the next property.
import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import { errorText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { errorIssues, valueError } from './field-issues.ts'

export interface EditingOptions<Value> {
  readonly value: Value
  /** The field's own schema: what it refuses is said beside the field and nothing is sent. */
  readonly schema?: z.ZodType | undefined
  /** Saves; a rejection is shown beside the field, which keeps what was typed. */
  readonly onSave: (value: Value) => Promise<unknown>
}

export interface Editing<Value> {
  readonly isEditing: boolean
  readonly isSaving: boolean
  /** The value was changed elsewhere while it is being edited here. */
  readonly isOutdated: boolean
  readonly draft: Value
  readonly error: string | null
  readonly setDraft: (draft: Value) => void
  readonly open: () => void
  /** Gives back the old value. */
  readonly cancel: () => void
  /** Saves the draft, or the value given, and closes if it was taken. Answers whether it was. */
  readonly commit: (value?: Value) => Promise<boolean>
  /** The same, with the focus going back to the value. */
  readonly finish: (value?: Value) => Promise<void>
  /** For an editor of one line. */
  readonly onEnter: (event: KeyboardEvent<HTMLElement>) => void
  /** For the box around an editor that is left by Tab, Esc or the focus going elsewhere. */
  readonly boxProps: {
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  }
  readonly buttonRef: RefObject<HTMLButtonElement | null>
}

export const useEditing = <Value>({ value, schema, onSave }: EditingOptions<Value>): Editing<Value> => {
  const t = useT()
  const [draft, setDraft] = useState<Value>(value)
  // What the editor was opened with: leaving it untouched must not write that over what somebody else has written since.
  const [opened, setOpened] = useState<Value>(value)
  const [isEditing, setIsEditing] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const buttonRef = useRef<HTMLButtonElement>(null)
  const saving = useRef<Promise<boolean> | null>(null)
  // Taking the editor away blurs it: that must not save.
  const isOpen = useRef(false)

  const close = () => {
    isOpen.current = false
    flushSync(() => {
      setIsEditing(false)
      setError(null)
    })
  }
  const save = async (next: Value): Promise<boolean> => {
    const complaint = schema ? valueError(t, schema, next) : null
    if (complaint) {
      setError(complaint)
      return false
    }
    setIsSaving(true)
    try {
      await onSave(next)
      close()
      return true
    } catch (thrown) {
      const issues = thrown instanceof AppError ? Object.values(errorIssues(t, thrown)) : []
      setError(issues[0] ?? errorText(t, thrown).text)
      return false
    } finally {
      setIsSaving(false)
      saving.current = null
    }
  }
  const cancel = () => {
    close()
    buttonRef.current?.focus()
  }
  const commit = (next: Value = draft): Promise<boolean> => {
    if (Object.is(next, value) || Object.is(next, opened)) {
      close()
      return Promise.resolve(true)
    }
    // Enter and the blur that follows it are one saving.
    saving.current ??= save(next)
    return saving.current
  }

  const finish = async (next?: Value) => {
    if (await commit(next)) buttonRef.current?.focus()
  }

  const isOutdated = isEditing && !isSaving && !isSame(value, opened)

  return {
    isEditing,
    isSaving,
    isOutdated,
    draft,
    error,
    setDraft,
    open: () => {
      setDraft(value)
      setOpened(value)
      setError(null)
      isOpen.current = true
      setIsEditing(true)
    },
    cancel,
    commit,
    finish,
    onEnter: (event) => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) void finish()
    },
    boxProps: {
      onBlur: (event) => {
        if (!isOpen.current || event.currentTarget.contains(event.relatedTarget)) return
        // Somebody else's value is not written over in passing: Enter or a button says which of the two it is to be.
        if (isOutdated && !isSame(draft, opened)) return
        void commit()
      },
      onKeyDown: (event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') {
          event.stopPropagation()
          cancel()
        }
        if (event.key === 'Tab' && moveToNeighbour(event.currentTarget, event.shiftKey ? -1 : 1)) event.preventDefault()
      },
    },
    buttonRef,
  }
}

/** Another record is the same by its words, not by the object that an answer brought. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Opens the property after (or before) this one; the focus leaving the field saves it. */
const moveToNeighbour = (from: HTMLElement, step: 1 | -1): boolean => {
  const properties = [...(from.closest('[data-property-list]')?.querySelectorAll<HTMLElement>('[data-property]') ?? [])]
  const here = properties.findIndex((property) => property.contains(from))
  const next = here === -1 ? undefined : properties[here + step]?.querySelector<HTMLElement>('[data-edit]')
  next?.focus()
  next?.click()
  return next !== undefined && next !== null
}
