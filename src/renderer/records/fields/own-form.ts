// What `<OwnFields>` needs of a form, so that any form with `custom` among its values can show them.
import type { UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import type { CustomValue, CustomValues } from '#shared/custom-fields/custom-values.ts'
import { issuePath } from '#shared/custom-fields/field-value.ts'

export interface OwnForm {
  readonly custom: CustomValues
  /** By path: columns by their names, own fields below `custom`. */
  readonly errors: Readonly<Record<string, ReactNode>>
  readonly setCustom: (key: string, value: CustomValue) => void
  readonly setRecordType: (recordTypeId: string | null) => void
  readonly setError: (path: string, error: string | null) => void
}

type WithCustom = Record<string, unknown> & { readonly custom: CustomValues }

export const ownForm = <Values extends WithCustom>(form: UseFormReturnType<Values>): OwnForm => ({
  custom: form.values.custom,
  errors: form.errors,
  setCustom: (key, value) => {
    form.setValues((before) => ({ ...before, custom: { ...before.custom, [key]: value } }))
    form.clearFieldError(issuePath(key))
  },
  setRecordType: (recordTypeId) => form.setValues((before) => ({ ...before, recordTypeId })),
  setError: (path, error) => form.setFieldError(path, error),
})

/** The own fields as they are sent: empty texts are left out. */
export const filledCustom = (custom: CustomValues): CustomValues =>
  Object.fromEntries(Object.entries(custom).filter(([, value]) => value !== null && value !== ''))
