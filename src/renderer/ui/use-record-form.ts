// A form that makes or changes a record: checks by the contract's own schema, errors beside fields, complaints of the engine too.
import { useForm, type UseFormReturnType } from '@mantine/form'
import type { FormEvent } from 'react'
import type { z } from 'zod'
import type { ActionOf } from '#renderer/api/api.ts'
import { type Action, useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { errorIssues, fieldErrors } from './field-issues.ts'
import { isSame, typedOnly } from './meanwhile.ts'
import { useAfterPress } from './use-after-press.ts'
import { useDraft } from './use-draft.ts'
import { useFollowing } from './use-following.ts'

/** How a field says that others changed it meanwhile. */
const OVERTAKEN = { role: 'status', c: 'var(--kith-amber)' } as const

export interface RecordFormOptions<Values extends Record<string, unknown>, Input, Output> {
  readonly initialValues: Values
  /**
   * Of a form that changes what is there: what it would begin with if it were opened now. Then only what was typed is sent, so the action must
   * leave alone what it is not told.
   */
  readonly stored?: Values | undefined
  /** Parts of the input that go along even so, beside `id`: what tells which record it is. */
  readonly always?: readonly string[]
  readonly schema: z.ZodType
  readonly action: ActionOf<Input, Output>
  /** What is sent. The schema checks this; its field names are those of the form. */
  readonly toInput: (values: Values) => Input
  readonly said?: ((output: Output, values: Values) => string) | undefined
  readonly onDone: (output: Output) => void
  /** Under what name its words are kept until they are saved: `companies.create`. Without one they are lost with the window. */
  readonly draft?: string | undefined
}

/** What was typed and is not saved, for the modal around the form. */
export interface Unsaved {
  readonly isDirty: boolean
  /** Whether the words are still there when the form is opened again. */
  readonly isKept: boolean
  readonly restoredAt: string | null
  readonly flush: () => void
  readonly onDiscard: () => void
}

export interface RecordForm<Values extends Record<string, unknown>, Input, Output> {
  readonly form: UseFormReturnType<Values>
  readonly action: Action<Input, Output>
  readonly submit: (event?: FormEvent<HTMLFormElement>) => void
  /** Name, value, error and handlers of a field, for any Mantine input. */
  readonly field: <Name extends keyof Values & string>(
    name: Name,
    /** How a value of it is said where it is not the text of the field. */
    say?: (value: Values[Name]) => string,
  ) => ReturnType<UseFormReturnType<Values>['getInputProps']> & {
    readonly value: Values[Name]
    readonly description?: string
    readonly descriptionProps?: typeof OVERTAKEN
  }
  /** What a `<FormModal>` wants to know of the form. */
  readonly modal: {
    readonly onSubmit: (event?: FormEvent<HTMLFormElement>) => void
    readonly isBusy: boolean
    readonly error: unknown
    readonly unsaved: Unsaved
  }
}

export const useRecordForm = <Values extends Record<string, unknown>, Input, Output>(
  options: RecordFormOptions<Values, Input, Output>,
): RecordForm<Values, Input, Output> => {
  const { initialValues, stored, schema, toInput, always = [], said, onDone } = options
  const t = useT()
  const afterPress = useAfterPress()
  const form = useForm<Values>({
    initialValues,
    validate: (values) => fieldErrors(t, schema, toInput(values)),
  })
  const { opened, isDirty, overtaken, reset } = useFollowing({ form, initialValues, stored })
  const draft = useDraft({
    key: options.draft ?? null,
    values: form.values,
    words: stored ? typedOnly(form.values, opened) : form.values,
    isDirty,
    onRestore: form.setValues,
  })
  const focusFirst = (errors: Readonly<Record<string, unknown>>) => {
    // The office's own fields stand below `custom`, behind the others.
    const first = Object.keys(form.values).find((name) => name in errors) ?? Object.keys(errors)[0]
    if (first) form.getInputNode(first)?.focus()
  }
  const action = useAction(options.action, {
    said: said && ((output) => said(output, form.getValues())),
    errors: 'caller',
    onDone: (output) => {
      draft.forget()
      onDone(output)
    },
  })

  const submit = form.onSubmit(
    (values) =>
      action.mutate(stored ? changed(toInput(values), toInput(opened), always) : toInput(values), {
        onError: (error) => {
          const errors = errorIssues(t, error)
          form.setErrors(errors)
          focusFirst(errors)
        },
      }),
    focusFirst,
  )
  const unsaved: Unsaved = {
    isDirty,
    isKept: options.draft !== undefined,
    restoredAt: draft.restoredAt,
    flush: draft.flush,
    onDiscard: () => {
      reset()
      draft.forget()
    },
  }
  return {
    form,
    action,
    submit,
    field: (name, say) => {
      const props = form.getInputProps(name)
      const description = overtaken(name, say)
      return {
        value: undefined,
        ...props,
        ...(description === undefined ? {} : { description, descriptionProps: OVERTAKEN }),
        onBlur: (event: unknown) => {
          props.onBlur?.(event)
          // What is still empty is asked for on saving.
          if (!isEmpty(form.getValues()[name])) afterPress(() => form.validateField(name))
        },
      }
    },
    modal: { onSubmit: submit, isBusy: action.isPending, error: action.error, unsaved },
  }
}

/** The parts of an input that are other than before, and those that tell what it is about. */
const changed = <Input>(input: Input, before: Input, always: readonly string[]): Input => {
  const kept = new Set<string>(['id', ...always])
  const parts = Object.entries(Object(input)).filter(([name, value]) => kept.has(name) || !isSame(value, Object(before)[name]))
  // What a form changes may be left out by the promise of `stored`.
  return Object.fromEntries(parts) as Input
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''
