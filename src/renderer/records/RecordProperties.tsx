// The properties of any record in the order of its layout: Kith's own and the office's side by side, in sections, as far as the office's
// conditions show them.
import { Fragment, type ReactNode } from 'react'
import { PropertyColumns, PropertyHeading, PropertyList } from '#renderer/ui/PropertyList.tsx'
import type { FieldedType } from '#shared/base/fields.ts'
import { fieldValuesOf, hiddenFields, readOnlyFields } from '#shared/custom-fields/conditions.ts'
import type { CustomValues } from '#shared/custom-fields/custom-values.ts'
import { CustomFieldProperty } from './fields/CustomFieldProperty.tsx'
import { useFields } from './fields/use-fields.ts'

interface RecordPropertiesProps {
  readonly label: string
  readonly entity: FieldedType
  readonly record: { readonly recordTypeId: string | null; readonly custom: CustomValues }
  readonly isReadOnly: boolean
  /** Kith's own fields, by their names. */
  readonly builtIn: Readonly<Record<string, ReactNode>>
  readonly onSaveCustom: (custom: CustomValues) => Promise<unknown>
  /** Above and below what the layout arranges. */
  readonly first?: ReactNode
  readonly last?: ReactNode
}

export function RecordProperties(props: RecordPropertiesProps) {
  const { label, entity, record, isReadOnly, builtIn, onSaveCustom, first, last } = props
  const { fields, rules, layoutOf } = useFields(entity)
  const values = fieldValuesOf({ ...record })
  const hidden = hiddenFields(rules, values)
  const fixed = readOnlyFields(rules, values)

  return (
    <PropertyList label={label}>
      {first}
      {layoutOf(record.recordTypeId).sections.map((section) => {
        const shown = section.fields.filter((field) => !hidden.has(field))
        return (
          <Fragment key={section.id}>
            {section.title !== null && shown.length > 0 && <PropertyHeading>{section.title}</PropertyHeading>}
            <PropertyColumns columns={section.columns}>
              {shown.map((field) => {
                const own = fields.find(({ key }) => key === field)
                return (
                  <Fragment key={field}>
                    {own ? (
                      <CustomFieldProperty
                        field={own}
                        value={record.custom[field] ?? null}
                        isReadOnly={isReadOnly || fixed.has(field)}
                        onSave={(value) => onSaveCustom({ [field]: value })}
                      />
                    ) : (
                      builtIn[field]
                    )}
                  </Fragment>
                )
              })}
            </PropertyColumns>
          </Fragment>
        )
      })}
      {last}
    </PropertyList>
  )
}
