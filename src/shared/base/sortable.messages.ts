// Lists that are put in order by hand.
import { catalogue } from './messages.ts'

export const sortableMessages = catalogue(
  {
    'base.sortable.handle': 'Move {name}',
    'base.sortable.help': 'Drag, or press the up and down arrows',
  },
  {
    'base.sortable.handle': '移动{name}',
    'base.sortable.help': '拖动，或按上下方向键',
  },
)
