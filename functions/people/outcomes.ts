import type { Contract, Operation, Text } from '../../contracts/_contract.ts';
import type { Exchange } from '../_kit/exchange.ts';

/** Something that happens because of one of the cast. */
export interface Outcome {
  system: string;
  operation: string;
  method: string;
  path: string;
  title: Text;
  person: string;
  name: string;
  personalNumber: string;
  status: number;
  shows?: string;
  /** The workspace's calendar that it needs, `YYYY-MM-DD`. */
  calendar?: string;
}

export interface Wanted {
  system?: string | undefined;
  operation?: string | undefined;
  person?: string | undefined;
}

const fits = (outcome: Outcome, wanted: Wanted): boolean =>
  (['system', 'operation', 'person'] as const).every(
    (name) => wanted[name] === undefined || outcome[name] === wanted[name],
  );

function ofOperation(x: Exchange, { name: system }: Contract, name: string, operation: Operation): Outcome[] {
  return (operation.examples ?? []).flatMap(({ person: slug, title, status, shows, calendar }) => {
    const person = slug === undefined ? undefined : x.deps.people.findBySlug(slug);
    if (!person) return [];
    return {
      system,
      operation: name,
      method: [operation.method].flat()[0] ?? 'GET',
      path: operation.path,
      title: { ...title },
      person: person.slug,
      name: person.name.full,
      personalNumber: person.personalNumber,
      status,
      ...(shows !== undefined && { shows }),
      ...(calendar !== undefined && { calendar }),
    };
  });
}

/** Who makes what happen: the contracts' examples that name a person. The contract suite runs each of them. */
export async function outcomesOf(x: Exchange, wanted: Wanted): Promise<Outcome[]> {
  const { contracts } = await import('../../contracts/index.ts');
  const all = contracts.flatMap((contract: Contract) =>
    Object.entries(contract.operations).flatMap(([name, operation]) =>
      ofOperation(x, contract, name, operation),
    ),
  );
  return all.filter((outcome) => fits(outcome, wanted));
}

/** Titles of the systems that the outcomes are of, by name. */
export async function systemTitles(): Promise<Map<string, Text>> {
  const { contracts } = await import('../../contracts/index.ts');
  return new Map(contracts.map(({ name, title }) => [name, title]));
}
