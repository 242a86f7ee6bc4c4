import contract from '../../contracts/people.ts';
import { json, page } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { defineService } from '../_kit/implement.ts';
import { everybody } from '../_kit/people.ts';
import { ASSETS } from '../_kit/wire.ts';
import { outcomesOf, systemTitles, type Wanted } from './outcomes.ts';

async function people(x: Exchange<{ system?: string | undefined }>) {
  const outcomes = await outcomesOf(x, x.input);
  const { peoplePage } = await import('./page.ts');
  const here = new URL(x.base).pathname;
  const workspace = here.slice(0, here.lastIndexOf('/'));
  const systems = [...(await systemTitles())].flatMap(([name, title]) => {
    const own = outcomes.filter(({ system }) => system === name);
    return own.length > 0 ? [{ name, title, url: `${workspace}/${name}`, outcomes: own }] : [];
  });
  const urls = { phonesUrl: `${workspace}/phone`, jsonUrl: `${here}/api/outcomes` };
  return page(peoplePage({ lang: 'vi', assets: ASSETS, people: await everybody(x), systems, ...urls }));
}

const outcomes = async (x: Exchange<Wanted>) => json({ outcomes: await outcomesOf(x, x.input) });

export default defineService(contract, { people, outcomes });
