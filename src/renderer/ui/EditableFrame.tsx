// The frame of every property that can be edited in place: label, the value as a button, the editor in its place, the error below.
import { type ReactNode, useId } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './PropertyList.module.css'
import type { Editing } from './use-editing.ts'

interface EditableFrameProps<Value> {
  readonly label: string
  readonly editing: Editing<Value>
  /** The value as it is read; empty shows a dash of its own. */
  readonly shown: string
  readonly isMultiline?: boolean
  readonly isReadOnly?: boolean | undefined
  /** A link or the like, instead of the bare words. */
  readonly rich?: ReactNode
  readonly children: (ids: { readonly id: string; readonly errorId: string | undefined }) => ReactNode
}

export function EditableFrame<Value>(props: EditableFrameProps<Value>) {
  const { label, editing, shown, isMultiline = false, isReadOnly = false, rich, children } = props
  const t = useT()
  const id = useId()
  const { isEditing, isSaving, error, open, boxProps, buttonRef } = editing
  const errorId = error ? `${id}-error` : undefined

  return (
    <div className={classes['property']} data-property>
      <label className={classes['label']} htmlFor={id}>
        {label}
      </label>
      {isReadOnly && <div className={classes['fixed']}>{shown === '' ? '–' : (rich ?? shown)}</div>}
      {!isReadOnly && !isEditing && (
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
      )}
      {!isReadOnly && isEditing && (
        <div {...boxProps} className={classes['editor']}>
          {children({ id, errorId })}
          {error && (
            <div id={errorId} role="alert" className={classes['error']}>
              {error}
            </div>
          )}
        </div>
      )}
    </div>
  )
}
