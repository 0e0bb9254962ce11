// A form that makes or changes a record: checks by the contract's own schema, errors beside fields, complaints of the engine too.
import { useForm, type UseFormReturnType } from '@mantine/form'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import type { ActionOf } from '#renderer/api/api.ts'
import { type Action, useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { isOvertaken, withStored } from './meanwhile.ts'
import { errorIssues, fieldErrors } from './field-issues.ts'
import { useAfterPress } from './use-after-press.ts'
import { useDraft } from './use-draft.ts'

export interface RecordFormOptions<Values extends Record<string, unknown>, Input, Output> {
  readonly initialValues: Values
  /** Of a form that changes what is there: what it would begin with if it were opened now. */
  readonly stored?: Values | undefined
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
  ) => ReturnType<UseFormReturnType<Values>['getInputProps']> & { readonly value: Values[Name] }
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
  const { initialValues, stored, schema, toInput, said, onDone } = options
  const [opened] = useState(initialValues)
  const t = useT()
  const afterPress = useAfterPress()
  const form = useForm<Values>({
    initialValues,
    validate: (values) => fieldErrors(t, schema, toInput(values)),
  })
  const draft = useDraft({
    key: options.draft ?? null,
    values: form.values,
    isDirty: form.isDirty(),
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
      action.mutate(toInput(stored ? withStored({ values, opened, stored }) : values), {
        onError: (error) => {
          const errors = errorIssues(t, error)
          form.setErrors(errors)
          focusFirst(errors)
        },
      }),
    focusFirst,
  )
  const unsaved: Unsaved = {
    isDirty: form.isDirty(),
    isKept: options.draft !== undefined,
    restoredAt: draft.restoredAt,
    flush: draft.flush,
    onDiscard: () => {
      form.reset()
      draft.forget()
    },
  }
  return {
    form,
    action,
    submit,
    field: (name) => {
      const props = form.getInputProps(name)
      const now = stored?.[name]
      const isLate = stored !== undefined && isOvertaken({ values: form.values, opened, stored }, name)
      return {
        value: undefined,
        ...props,
        ...(isLate ? { description: t('base.form_overtaken', { value: isEmpty(now) ? t('base.empty') : String(now) }) } : {}),
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

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''
