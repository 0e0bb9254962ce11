// How a record will look: the sections and labels as its card shows them, without values.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Property, PropertyHeading, PropertyList } from '#renderer/ui/PropertyList.tsx'
import type { LayoutConfig } from '#shared/custom-fields/layout.ts'
import classes from './Fields.module.css'

interface LayoutPreviewProps {
  readonly layout: LayoutConfig
  readonly label: (field: string) => string
}

export function LayoutPreview({ layout, label }: LayoutPreviewProps) {
  const t = useT()
  return (
    <aside className={classes['preview']} aria-label={t('customFields.preview')}>
      <PropertyList label={t('customFields.preview')}>
        {layout.sections.map(({ id, title, fields }) => (
          <div key={id}>
            {title !== null && fields.length > 0 && <PropertyHeading>{title}</PropertyHeading>}
            {fields.map((field) => (
              <Property key={field} label={label(field)}>
                –
              </Property>
            ))}
          </div>
        ))}
      </PropertyList>
    </aside>
  )
}
