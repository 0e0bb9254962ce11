// What is typed to join an office. Both forms live as long as the first run, so that nothing is lost by going back.
import { useForm, type UseFormReturnType } from '@mantine/form'
import { z } from 'zod'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Translate } from '#renderer/i18n/translate.ts'
import { fieldErrors } from '#renderer/ui/field-issues.ts'
import { id, requiredLine } from '#shared/base/fields.ts'
import type { networkContract } from '#shared/sync/network.contract.ts'
import { isSameName } from '#shared/users/same-name.ts'
import { password } from '#shared/workspace/workspace.contract.ts'

/** What an office says of itself to a computer that it has let in. */
export type PairedOffice = z.output<(typeof networkContract)['pair']['output']>

/** How the office lets this computer in. */
export interface DoorValues {
  readonly way: 'code' | 'file'
  /** Of an office nearby; empty: the typed one; null: nobody has chosen, so the first one found. */
  readonly chosen: string | null
  readonly typed: string
  readonly code: string
  readonly file: { readonly file: string; readonly name: string } | null
  /** Of this computer. */
  readonly name: string
}
export type DoorForm = UseFormReturnType<DoorValues>

const doorSchema = z.object({ name: requiredLine(100) })
const codeSchema = doorSchema.extend({ code: requiredLine(40) })

/** `address`: the one that counts now. */
export const doorKeyOf = ({ way, code, file }: DoorValues, address: string): string =>
  way === 'file' ? `file ${file?.file}` : `code ${address} ${code}`

export const useDoorForm = (computer: string): DoorForm => {
  const t = useT()
  return useForm<DoorValues>({
    initialValues: { way: 'code', chosen: null, typed: '', code: '', file: null, name: computer },
    validate: (values) => ({
      ...fieldErrors(t, values.way === 'code' ? codeSchema : doorSchema, values),
      ...(values.way === 'file' && values.file === null ? { file: t('joining.file_needed') } : {}),
    }),
  })
}

/** Chosen in the list by somebody who is not in it. */
export const SOMEBODY_ELSE = 'new'

export interface PersonValues {
  /** Of a person of the office, or `SOMEBODY_ELSE`. */
  readonly userId: string
  readonly newUserName: string
  readonly password: string
  readonly passwordAgain: string
  readonly folder: string | null
}
export type PersonForm = UseFormReturnType<PersonValues>

const personSchema = z.object({ userId: id, password })
const newPersonSchema = z.object({ newUserName: requiredLine(100), password })

/** `users`: the people of the office. */
export const usePersonForm = (users: PairedOffice['users']): PersonForm => {
  const t = useT()
  return useForm<PersonValues>({
    initialValues: { userId: '', newUserName: '', password: '', passwordAgain: '', folder: null },
    validateInputOnBlur: true,
    validate: (values) => ({
      ...(values.userId === SOMEBODY_ELSE
        ? { ...nameTaken(t, users, values.newUserName), ...fieldErrors(t, newPersonSchema, values) }
        : fieldErrors(t, personSchema, values)),
      ...(values.password !== values.passwordAgain ? { passwordAgain: t('validation.password_differs') } : {}),
    }),
  })
}

const nameTaken = (t: Translate, users: PairedOffice['users'], typed: string): Record<string, string> => {
  const other = users.find(({ name }) => isSameName(name, typed))
  return other ? { newUserName: t('network.userExists', { name: other.name }) } : {}
}
