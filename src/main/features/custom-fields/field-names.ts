// Whether a field can be called so: not like another of its kind of record, and not like one that Kith brings along, in any language.
import { AppError } from '#shared/base/app-error.ts'
import type { FieldedType } from '#shared/base/fields.ts'
import { languages } from '#shared/base/messages.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { listOf } from '#shared/custom-fields/layout.ts'
import { foldName } from '#shared/imports/fold-name.ts'
import { listFields } from '#shared/lists/list-fields.ts'
import { messages } from '#shared/messages.ts'

const builtInNames = (entity: FieldedType): ReadonlySet<string> =>
  new Set(
    listFields[listOf(entity)].flatMap(({ labelKey }) =>
      languages.map((language) => foldName(messages[language].get(labelKey ?? '') ?? '')),
    ),
  )

/** Throws `invalid_input` about `name`. `id` is the field's own, so that it may keep its name. */
export const requireFreeName = (
  { entity, name, id }: { readonly entity: FieldedType; readonly name: string; readonly id: string | null },
  fields: readonly FieldDefinition[],
): void => {
  const folded = foldName(name)
  if (builtInNames(entity).has(folded)) refuse('field_name_built_in')
  if (fields.some((field) => field.id !== id && foldName(field.name) === folded)) refuse('field_name_taken')
}

const refuse = (code: string): never => {
  throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues: [{ field: 'name', code, params: {} }] })
}
