import type { Balance } from '../api/types';
import { credits, movement } from '../format/credits';
import { cellLook, figureHeadingLook, headingLook, Wide } from './parts';
import { words } from './words';

export type Figure = keyof typeof words.account.figures;

export const figures = Object.keys(words.account.figures) as readonly Figure[];

/** The figures of a balance, each with its name. */
export const Figures = ({ balance }: { readonly balance: Balance }) => (
  <dl className="grid grid-cols-2 gap-x-4 gap-y-3 px-5 pb-4 text-sm sm:grid-cols-4 sm:px-6">
    {figures.map((figure) => (
      <div key={figure} className="min-w-0" data-figure={figure}>
        <dt className="text-xs text-muted">{words.account.figures[figure]}</dt>
        <dd className="figures text-lg font-semibold break-words">{credits(balance[figure])}</dd>
      </div>
    ))}
  </dl>
);

/** Two balances side by side. */
export const ComparedFigures = ({ a, b }: { readonly a: Balance; readonly b: Balance }) => (
  <Wide name={words.moments.caption}>
    <table className="w-full text-sm">
      <caption className="sr-only">{words.moments.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={headingLook}>
            {words.moments.figure}
          </th>
          {[a, b].map((side, index) => (
            <th key={index} scope="col" className={figureHeadingLook}>
              {words.revision(side.revision)}
            </th>
          ))}
          <th scope="col" className={figureHeadingLook}>
            {words.moments.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure} className="border-t border-line">
            <th scope="row" className={`${cellLook} text-start font-medium`}>
              {words.account.figures[figure]}
            </th>
            <td className={`${cellLook} figures text-end`}>{credits(a[figure])}</td>
            <td className={`${cellLook} figures text-end`}>{credits(b[figure])}</td>
            <td
              className={`${cellLook} figures text-end ${a[figure] === b[figure] ? 'text-muted' : 'font-semibold'}`}
            >
              {movement(b[figure] - a[figure])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Wide>
);
