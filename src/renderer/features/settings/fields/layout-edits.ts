// Changes of a layout: pure, so that the editor only says which.
import type { LayoutConfig, LayoutSection } from '#shared/custom-fields/layout.ts'

/** The list of fields that nobody is shown. */
export const HIDDEN = 'hidden'

/** Puts a field ahead of another one of a section, or at its end; into `HIDDEN`, it is hidden. */
export const placeField = (layout: LayoutConfig, field: string, listId: string, beforeId: string | null): LayoutConfig => {
  const placed = (fields: readonly string[], isTarget: boolean): string[] => {
    const others = fields.filter((one) => one !== field)
    if (!isTarget) return others
    const at = beforeId === null ? -1 : others.indexOf(beforeId)
    return others.toSpliced(at === -1 ? others.length : at, 0, field)
  }
  return {
    sections: layout.sections.map((section) => ({ ...section, fields: placed(section.fields, section.id === listId) })),
    hidden: placed(layout.hidden, listId === HIDDEN),
  }
}

export const changeSection = (
  layout: LayoutConfig,
  id: string,
  changes: Partial<Pick<LayoutSection, 'title' | 'columns'>>,
): LayoutConfig => ({
  ...layout,
  sections: layout.sections.map((section) => (section.id === id ? { ...section, ...changes } : section)),
})

export const addSection = (layout: LayoutConfig, id: string, title: string): LayoutConfig => ({
  ...layout,
  sections: [...layout.sections, { id, title, columns: 2, fields: [] }],
})

/** Its fields go to the section above, or below where there is none above. The last section stays. */
export const removeSection = (layout: LayoutConfig, id: string): LayoutConfig => {
  const index = layout.sections.findIndex((section) => section.id === id)
  const removed = layout.sections[index]
  const heir = layout.sections[index === 0 ? 1 : index - 1]
  if (!removed || !heir) return layout
  const sections = layout.sections
    .filter((section) => section !== removed)
    .map((section) => {
      if (section !== heir) return section
      return { ...section, fields: index === 0 ? [...removed.fields, ...section.fields] : [...section.fields, ...removed.fields] }
    })
  return { ...layout, sections }
}

export const moveSection = (layout: LayoutConfig, id: string, by: 1 | -1): LayoutConfig => {
  const index = layout.sections.findIndex((section) => section.id === id)
  const [section, neighbour] = [layout.sections[index], layout.sections[index + by]]
  if (!section || !neighbour) return layout
  return { ...layout, sections: layout.sections.with(index, neighbour).with(index + by, section) }
}
