// A value that is edited where it stands, before and while: the value as a button, and the editor in its place with what is to be said of it.
import { Anchor } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './EditBox.module.css'
import type { Editing } from './use-editing.ts'

interface EditBoxProps<Value> {
  /** Names the value: its field, and its line in a table. */
  readonly label: string
  readonly editing: Editing<Value>
  /** The value as it is read; empty shows a dash of its own. */
  readonly shown: string
}

interface ValueButtonProps<Value> extends EditBoxProps<Value> {
  readonly id?: string
  readonly isMultiline?: boolean
  /** A link or the like, instead of the bare words. */
  readonly rich?: ReactNode
}

export function ValueButton<Value>({ id, label, editing, shown, isMultiline = false, rich }: ValueButtonProps<Value>) {
  const t = useT()
  const { isSaving, open, buttonRef } = editing
  return (
    <button
      ref={buttonRef}
      id={id}
      type="button"
      data-edit
      className={classes['value']}
      data-empty={shown === '' || undefined}
      data-busy={isSaving || undefined}
      data-multiline={isMultiline || undefined}
      aria-label={
        shown === '' ? t('base.edit_empty_field', { field: label }) : t('base.edit_field', { field: label, value: shown })
      }
      onClick={open}
    >
      {shown === '' ? '–' : (rich ?? shown)}
    </button>
  )
}

/** What every editor takes: it comes up with the focus, marked and described by its error. */
export interface EditorProps {
  readonly id: string
  readonly autoFocus: true
  readonly error: boolean
  readonly 'aria-describedby': string | undefined
}

interface EditorBoxProps<Value> extends Omit<EditBoxProps<Value>, 'label'> {
  readonly id?: string
  readonly children: (input: EditorProps) => ReactNode
}

export function EditorBox<Value>({ id: givenId, editing, shown, children }: EditorBoxProps<Value>) {
  const t = useT()
  const ownId = useId()
  const id = givenId ?? ownId
  const errorId = `${id}-error`
  const { isOutdated, error, boxProps, cancel, finish } = editing
  return (
    <div {...boxProps} className={classes['editor']}>
      {children({ id, autoFocus: true, error: error !== null, 'aria-describedby': error ? errorId : undefined })}
      {isOutdated && (
        <div role="status" className={classes['outdated']}>
          {t('base.changed_meanwhile', { value: shown === '' ? t('base.empty') : shown })}{' '}
          <Anchor component="button" type="button" size="xs" onClick={cancel}>
            {t('base.take_theirs')}
          </Anchor>{' '}
          <Anchor component="button" type="button" size="xs" onClick={() => void finish()}>
            {t('base.keep_mine')}
          </Anchor>
        </div>
      )}
      {error && (
        <div id={errorId} role="alert" className={classes['error']}>
          {error}
        </div>
      )}
    </div>
  )
}
