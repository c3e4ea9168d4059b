import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The order of spec files: by their names, project by project. Vitest's own goes by how long each took the last time,
 * so that what one file leaves behind for the next would be found on one machine and not on another.
 */
export class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const name = ({ project, moduleId }: TestSpecification) => `${project.name}\0${moduleId}`;
    return files.toSorted((a, b) => (name(a) < name(b) ? -1 : 1));
  }
}
