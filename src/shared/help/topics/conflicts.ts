// Changes of the same field on machines that were apart.
import { see, steps, text, topic } from '../help-topic.ts'

export const conflicts = topic(
  'conflicts',
  ['Changes that crossed', '冲突的改动'],
  text(
    'Machines of one office work on while they cannot see each other. Different fields of a record are simply put together afterwards. Where two people changed the same field, one value shows and the other waits; nothing is lost.',
    '同一办公室的电脑彼此连不上时，大家照常工作。之后，同一记录的不同字段会自动合在一起；如果两个人改了同一字段，先显示其中一个值，另一个等候处理，内容不会丢失。',
  ),
  steps(
    [
      'While something waits, “Conflicts” with its number stands in the rail, and “changes crossed” beside the name of the record. Ctrl+K leads there, too.',
      '有待处理的改动时，侧边栏会出现“冲突”及其数量，记录名称旁也会标明“改动冲突”。也可以用 Ctrl+K 前往。',
    ],
    [
      'Each entry shows both values, who wrote them, when and on which machine, and below what stood there before both.',
      '每一处都列出两个值：谁写的、什么时候、在哪台电脑上；下方是两者修改之前的值。',
    ],
    [
      'Keep the value that shows, take the other, or write a third. J and K go from one to the next; 1 keeps, 2 takes the other, E writes anew.',
      '可以保留当前显示的值、改用另一个值，或重新填写。按 J 和 K 在各处之间移动；1 保留，2 改用另一个，E 重新填写。',
    ],
  ),
  text(
    'Of long texts “Make one text of both” shows what each added and took away, and proposes one text with the changes of both. Change it as you like before it is saved.',
    '对于长文字，“合成一份文字”会标出两人各自新增和删去的内容，并给出包含两处修改的文字。保存前可以随意修改。',
  ),
  text(
    'If one person archives a record and another, on another computer, works on it without knowing, it stays, and you are asked whether to keep it or to archive it again.',
    '如果一人归档了记录，而另一人在另一台电脑上作了修改，记录会保留下来，并询问是保留还是再次归档。',
  ),
  text(
    'Two machines that had not met yet may have given one number to two tickets or orders. Both stand here: give one of them a new number, or let both keep it. Kith changes no number by itself, because customers may know it.',
    '两台尚未连上的电脑可能给两张工单或订单编了同一个号。它们都会列在这里：可以给其中一张换新编号，也可以两者都保留。客户可能已经知道这个编号，因此 Kith 不会自行更改。',
  ),
  text(
    'Two machines that had not met yet may each have put one company under the other. Both stay where they were put, and stand here: open one of them and choose another company under “Part of”.',
    '两台尚未连上的电脑可能各自把一家公司设为另一家的下属。两处设置都会保留，并列在这里：请打开其中一家，在“上级公司”中另选一家。',
  ),
  text(
    'A decision counts on all machines, stands in the history, and can be taken back: then the entry is open again everywhere. The history of a record also shows the changes that lost.',
    '决定在所有电脑上生效，会记入历史，也可以撤销：撤销后，该处冲突在各台电脑上重新打开。记录的历史中也能看到未被采用的改动。',
  ),
  see('computers', 'undo'),
)
