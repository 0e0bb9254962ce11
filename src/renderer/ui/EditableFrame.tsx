// The frame of every property that can be edited in place: its label, the value or its editor, and what stands beside and below.
import { type ReactNode, use, useId } from 'react'
import { EditorBox, type EditorProps, ValueButton } from './EditBox.tsx'
import classes from './PropertyList.module.css'
import { PropertyHistoryContext } from './property-history.ts'
import type { Editing } from './use-editing.ts'

/** What every editable property takes besides its value. */
export interface EditableFrameOptions {
  readonly isReadOnly?: boolean | undefined
  /** The field's name in the log: then its history can be looked at from here. */
  readonly field?: string | undefined
  /** Beside the value, always: what type of phone it is, a link. */
  readonly after?: ReactNode
  /** Beside the value on pointing at it, or when the keyboard is in it: a menu. */
  readonly onDemand?: ReactNode
  /** Below the value, quietly: what looks odd about it. */
  readonly note?: string | null | undefined
  /** Said to screen readers only, because the property above says it already. */
  readonly isLabelHidden?: boolean | undefined
}

interface EditableFrameProps<Value> extends EditableFrameOptions {
  readonly label: string
  readonly editing: Editing<Value>
  /** The value as it is read; empty shows a dash of its own. */
  readonly shown: string
  readonly isMultiline?: boolean
  /** A link or the like, instead of the bare words. */
  readonly rich?: ReactNode
  readonly children: (input: EditorProps) => ReactNode
}

export function EditableFrame<Value>(props: EditableFrameProps<Value>) {
  const {
    label,
    editing,
    shown,
    isMultiline = false,
    isReadOnly = false,
    rich,
    field,
    after,
    onDemand,
    note,
    isLabelHidden,
    children,
  } = props
  const id = useId()
  const history = use(PropertyHistoryContext)
  const { isEditing } = editing

  return (
    <div className={classes['property']} data-property>
      <label className={classes['label']} htmlFor={id}>
        {isLabelHidden ? <span className={classes['hidden']}>{label}</span> : label}
      </label>
      <div className={classes['cell']}>
        {isReadOnly && <div className={classes['fixed']}>{shown === '' ? '–' : (rich ?? shown)}</div>}
        {!isReadOnly && !isEditing && (
          <ValueButton id={id} label={label} editing={editing} shown={shown} isMultiline={isMultiline} rich={rich} />
        )}
        {!isReadOnly && isEditing && (
          <EditorBox id={id} editing={editing} shown={shown}>
            {children}
          </EditorBox>
        )}
        {!isEditing && (after || onDemand || (field && history)) && (
          <div className={classes['after']}>
            {(onDemand || (field && history)) && (
              <span className={classes['history']}>
                {field && history && (
                  <history.Clock
                    recordType={history.recordType}
                    id={history.id}
                    field={field}
                    label={label}
                    isReadOnly={isReadOnly}
                  />
                )}
                {onDemand}
              </span>
            )}
            {after}
          </div>
        )}
        {!isEditing && note && <div className={classes['note']}>{note}</div>}
      </div>
    </div>
  )
}
