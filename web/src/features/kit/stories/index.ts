import type { ComponentType } from 'preact';
import * as controls from './controls';
import * as content from './content';
import * as surfaces from './surfaces';

export const stories: Record<string, ComponentType> = { ...controls, ...content, ...surfaces };
