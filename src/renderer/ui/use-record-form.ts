// A form that makes or changes a record: checks by the contract's own schema, errors beside fields, complaints of the engine too.
import { useForm, type UseFormReturnType } from '@mantine/form'
import type { FormEvent } from 'react'
import type { z } from 'zod'
import type { ActionOf } from '#renderer/api/api.ts'
import { type Action, useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { errorIssues, fieldErrors } from './field-issues.ts'

export interface RecordFormOptions<Values extends Record<string, unknown>, Input, Output> {
  readonly initialValues: Values
  readonly schema: z.ZodType
  readonly action: ActionOf<Input, Output>
  /** What is sent. The schema checks this; its field names are those of the form. */
  readonly toInput: (values: Values) => Input
  readonly said?: ((output: Output, values: Values) => string) | undefined
  readonly onDone: (output: Output) => void
}

export interface RecordForm<Values extends Record<string, unknown>, Input, Output> {
  readonly form: UseFormReturnType<Values>
  readonly action: Action<Input, Output>
  readonly submit: (event?: FormEvent<HTMLFormElement>) => void
  /** Name, value, error and handlers of a field, for any Mantine input. */
  readonly field: <Name extends keyof Values & string>(
    name: Name,
  ) => ReturnType<UseFormReturnType<Values>['getInputProps']> & { readonly value: Values[Name] }
}

export const useRecordForm = <Values extends Record<string, unknown>, Input, Output>(
  options: RecordFormOptions<Values, Input, Output>,
): RecordForm<Values, Input, Output> => {
  const { initialValues, schema, toInput, said, onDone } = options
  const t = useT()
  const form = useForm<Values>({
    initialValues,
    validateInputOnBlur: true,
    validate: (values) => fieldErrors(t, schema, toInput(values)),
  })
  const focusFirst = (errors: Readonly<Record<string, unknown>>) => {
    const first = Object.keys(form.values).find((name) => name in errors)
    if (first) form.getInputNode(first)?.focus()
  }
  const action = useAction(options.action, {
    said: said && ((output) => said(output, form.getValues())),
    errors: 'caller',
    onDone,
  })

  const submit = form.onSubmit(
    (values) =>
      action.mutate(toInput(values), {
        onError: (error) => {
          const errors = errorIssues(t, error)
          form.setErrors(errors)
          focusFirst(errors)
        },
      }),
    focusFirst,
  )
  return { form, action, submit, field: (name) => ({ value: undefined, ...form.getInputProps(name) }) }
}
