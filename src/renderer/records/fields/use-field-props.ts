// What every property of a record passes on to its editor: its name, its value, its check and how it is saved, all by the field alone.
import type { z } from 'zod'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { MessageKey } from '#shared/messages.ts'

/** A field that has a label of its own: `field.city`. */
type NamedField<Key extends string = MessageKey> = Key extends `field.${infer Name}` ? Name : never

interface FieldPropsOptions<Held, Changes> {
  readonly record: Held
  readonly schemas: Readonly<Record<string, z.ZodType>>
  readonly isReadOnly: boolean
  readonly save: (changes: Changes) => Promise<unknown>
}

/** `const of = useFieldProps({…})`, then `<EditableText {...of('city')} />`, `<EditableDay {...of('openedOn')} />`. */
export const useFieldProps = <Held extends object, Changes extends object>(options: FieldPropsOptions<Held, Changes>) => {
  const { record, schemas, isReadOnly, save } = options
  const t = useT()
  return <Field extends NamedField & keyof Held & keyof Changes>(field: Field) => ({
    label: t(`field.${field}` as MessageKey), // NamedField has just taken it from there
    field,
    value: record[field],
    schema: schemas[field],
    isReadOnly,
    onSave: (value: Held[Field]) => save({ [field]: value } as unknown as Changes), // a computed name widens to any string
  })
}
