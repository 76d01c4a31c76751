import { describe, expect, it } from 'vitest';
import { readSides, writeSides } from './side';

describe('practices side by side', () => {
  it('are read from the address as they were written', () => {
    const sides = [{ practice: 'a', version: '1.0.0' }, { practice: 'b', version: '2.1.0' }];
    expect(readSides(writeSides(sides).split('of=')[1])).toEqual(sides);
  });
  it('are four at most, each once, and nothing that is no version of a practice', () => {
    expect(readSides('a@1.0.0,a@1.0.0,b,@1.0.0,c@1.0.0,d@1.0.0,e@1.0.0,f@1.0.0').map((each) => each.practice)).toEqual(['a', 'c', 'd', 'e']);
    expect(readSides(undefined)).toEqual([]);
  });
});
