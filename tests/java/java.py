#!/usr/bin/env python3
"""Does Java answer as C does, from a jar that somebody else uses? Prints TAP.

    java.py --source DIR --build DIR

The build has to have -Djava=true. Installs the jar into Maven's local repository, looks into it, runs the tests of
tests/java and the examples of examples/java against it, on every version of Java from the usual one on that the machine has,
and makes a project of what README says.
"""

import argparse
import fcntl
import hashlib
import os
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from tap import Tap, attempt, run  # noqa: E402

VERSION = "0.1.0"
LIBRARY = f"org/statusrules/natives/linux-x86_64/libstatusrules_java-{VERSION}.so"
MAVEN = ["mvn", "--batch-mode", "--quiet", "--no-transfer-progress"]
EXEC = "org.codehaus.mojo:exec-maven-plugin:3.5.0:java"
CONSUMER = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>somebody.else</groupId>
  <artifactId>consumer</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
{dependency}
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>3.14.0</version>
      </plugin>
      <plugin>
        <artifactId>maven-resources-plugin</artifactId>
        <version>3.3.1</version>
      </plugin>
    </plugins>
  </build>
</project>
"""
PROGRAM = """import java.time.LocalDate;

import org.statusrules.Answer;
import org.statusrules.StatusRules;
import org.statusrules.Term;

public class First {{
    public static void main(String[] arguments) {{
{lines}
    }}
}}
"""


def version_of(home):
    """The version of the Java in a folder, as `release` in it says: 17, 21 and so on."""
    release = Path(home, "release")
    found = re.search(r'^JAVA_VERSION="(\d+)', release.read_text(encoding="utf-8"), re.M) if release.is_file() else None
    return int(found[1]) if found else 0


def newer_javas():
    """The newer versions of Java with a compiler on this machine beside the usual one, by version: their folders."""
    usual = version_of(Path(shutil.which("java") or "java").resolve().parent.parent)
    found = {version_of(home): home for home in sorted(Path("/usr/lib/jvm").glob("*")) if (home / "bin/javac").exists()}
    return {version: home for version, home in sorted(found.items()) if version > usual}


class Java:
    def __init__(self, source, build):
        self.source, self.build = source, build
        self.maven = build / "bindings/java/maven"
        self.jar = self.maven / f"statusrules-{VERSION}.jar"
        self.environment = {name: value for name, value in os.environ.items() if name not in ("MAVEN_OPTS", "CLASSPATH")}

    def mvn(self, folder, *arguments):
        return attempt(*MAVEN, *arguments, cwd=folder, env=self.environment)

    def builds(self, *arguments, **environment):
        done = attempt(*MAVEN, f"-Dstatusrules.build={self.build}", *arguments, cwd=self.source / "bindings/java",
                       env={**self.environment, **environment})
        return [] if done.returncode == 0 else (done.stdout + done.stderr).splitlines()[-60:]

    def digests(self):
        """What the jars hold to the last byte; the Javadoc is the work of a tool of Java's."""
        return {name: hashlib.sha256((self.maven / name).read_bytes()).hexdigest()
                for name in (self.jar.name, f"statusrules-{VERSION}-sources.jar")}

    def installs(self):
        """Compiler and Javadoc are told to fail on a warning."""
        return self.builds("clean", "install")

    def comes_out_the_same(self):
        """Built at another time, in another time zone and for other users: the same bytes."""
        before = self.digests()
        umask = os.umask(0o077)
        try:
            wrong = self.builds("-Dmaven.javadoc.skip=true", "clean", "package", TZ="Asia/Kathmandu", LC_ALL="C")
        finally:
            os.umask(umask)
        after = self.digests()
        return wrong + [f"{name}: {before[name]}, then {after[name]}" for name in before if before[name] != after[name]]

    def contents(self):
        wrong = []
        with zipfile.ZipFile(self.jar) as jar:
            names = set(jar.namelist())
            library = jar.read(LIBRARY) if LIBRARY in names else b""
        built = self.build / "bindings/java" / Path(LIBRARY).name
        if library != built.read_bytes():
            wrong.append(f"{LIBRARY} is not the library that was built")
        wrong += [f"{name} is missing" for name in ("module-info.class", "META-INF/LICENSE") if name not in names]
        for kind, name in (("sources", "org/statusrules/StatusRules.java"), ("javadoc", "org.statusrules/org/statusrules/StatusRules.html")):
            with zipfile.ZipFile(self.maven / f"statusrules-{VERSION}-{kind}.jar") as jar:
                if name not in jar.namelist():
                    wrong.append(f"{name} is missing in the {kind}")
        return wrong

    def compiles_on_newer(self):
        """For Java 17 all the same, and without a warning."""
        wrong = []
        for home in newer_javas().values():
            with tempfile.TemporaryDirectory() as folder:
                wrong += self.builds(f"-Dstatusrules.maven={folder}", "compile", JAVA_HOME=str(home))
        return wrong

    def other_platforms(self):
        """What is built elsewhere lies beside the library of this machine, under names that the loader makes."""
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for platform in ("linux-aarch64", "windows-x86_64"):
                (root / "natives" / platform).mkdir(parents=True)
                (root / "natives" / platform / "library").write_text(platform, encoding="utf-8")
            wrong = self.builds(f"-Dstatusrules.natives={root / 'natives'}", "-Dstatusrules.platforms=linux-x86_64 linux-aarch64 windows-x86_64",
                                "-Dmaven.javadoc.skip=true", "-Dmaven.source.skip=true", f"-Dstatusrules.maven={root / 'maven'}", "package")
            with zipfile.ZipFile(root / f"maven/statusrules-{VERSION}.jar") as jar:
                names = [name for name in jar.namelist() if "/natives/" in name and not name.endswith("/")]
                told = jar.read("org/statusrules/statusrules.properties").decode()
        expected = [LIBRARY, *(f"org/statusrules/natives/{platform}/library" for platform in ("linux-aarch64", "windows-x86_64"))]
        wrong += [] if sorted(names) == sorted(expected) else names
        return wrong + ([] if "platforms=linux-x86_64 linux-aarch64 windows-x86_64" in told else [told])

    def depends_on_nothing(self):
        """The classes refer to java.base alone."""
        needed = run("jdeps", "--print-module-deps", "--ignore-missing-deps", self.jar).split()
        return [] if needed == ["java.base"] else [f"the jar needs {needed}"]

    def shows_no_generated_class(self):
        """What SWIG writes is for the package alone."""
        listing = run("javap", "-cp", self.jar, "org.statusrules.Flat", "org.statusrules.FlatJNI",
                      "org.statusrules.FlatConstants")
        return [line for line in listing.splitlines() if re.match(r"public .*(class|interface)", line)]

    def on_the_module_path(self):
        """As a named module, in a JVM that is told to check every call of JNI."""
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "module-info.java").write_text("module consumer { requires org.statusrules; }", encoding="utf-8")
            (root / "first").mkdir()
            text = PROGRAM.format(lines="        System.out.println(StatusRules.extension(Term.VISA, LocalDate.of(2021, 12, 31)).outcome());")
            (root / "first/First.java").write_text("package first;\n" + text.replace("import org.statusrules.Answer;\n", ""),
                                                    encoding="utf-8")
            run("javac", "-p", self.jar, "-d", root / "out", root / "module-info.java", root / "first/First.java")
            out = run("java", "-Xcheck:jni", "-p", f"{self.jar}:{root / 'out'}", "-m", "consumer/first.First")
        return [] if out == "SILENT\n" else [out]

    def readme(self):
        """README's dependency and lines, in a project that knows nothing else of this tree."""
        text = (self.source / "README.md").read_text(encoding="utf-8")
        dependency = re.search(r"^```xml\n(.*?)^```$", text, re.M | re.S)
        lines = re.search(r"^```java\n(.*?)^```$", text, re.M | re.S)
        if not dependency or not lines:
            return ["README has no dependency and no lines for Java"]
        expected = [line.split("// ")[1] for line in lines[1].splitlines() if "// " in line]
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "src/main/java").mkdir(parents=True)
            (root / "pom.xml").write_text(CONSUMER.format(dependency=dependency[1]), encoding="utf-8")
            (root / "src/main/java/First.java").write_text(PROGRAM.format(lines=lines[1]), encoding="utf-8")
            done = self.mvn(root, "compile", EXEC, "-Dexec.mainClass=First")
        # Maven resets the colours of a terminal even where there is none.
        printed = [line for line in re.sub(r"\x1b\[[0-9;]*m", "", done.stdout).splitlines() if line]
        same = len(printed) == len(expected) == 2 and printed[0] == expected[0] and printed[1].startswith(expected[1].rstrip("…"))
        return [] if same and "18 July 2022" in text else [f"expected {expected}", done.stdout, done.stderr]

    def job(self):
        """The loader reads the library from a jar that stands in another jar; the manifest allows native code."""
        jar = self.build / "bindings/java/example/back-office-1.jar"
        with zipfile.ZipFile(jar) as packed:
            manifest = packed.read("META-INF/MANIFEST.MF").decode()
        wrong = [] if "Enable-Native-Access: ALL-UNNAMED" in manifest else [manifest]
        for java in ("java", *(home / "bin/java" for home in newer_javas().values())):
            wrong += self.reevaluates(java, jar)
        return wrong

    def reevaluates(self, java, jar):
        done = attempt(java, "-Xcheck:jni", "-jar", jar, "--reevaluate", env=self.environment)
        told = [line for line in done.stdout.splitlines() if re.fullmatch(r"\d+ documents: new -> \w+", line)]
        quiet = "WARNING" not in done.stdout + done.stderr
        return [] if told and quiet and done.returncode == 0 else [str(java), done.stdout, done.stderr]

    def project(self, tap, folder, name, *arguments):
        """The tests of a Maven project, each as a check of its own."""
        target = self.build / "bindings/java" / name.replace(" ", "-")
        reports = target / "surefire-reports"
        done = self.mvn(folder, f"-Dtests.build={target}", *arguments, "clean", "verify")
        cases = [case for path in sorted(reports.glob("*.xml")) for case in xml.parse(path).getroot().iter("testcase")]
        for case in cases:
            bad = [child for child in case if child.tag in ("failure", "error", "skipped")]
            what = "".join(f"{child.tag}: {child.text or child.get('message') or ''}\n" for child in bad)
            sentence = f"{name}: {case.get('classname').rsplit('.', 1)[-1]}: {case.get('name')}".replace("#", "")
            tap.ok(not bad, sentence, what)
        dumps = [dump.read_text(encoding="utf-8", errors="replace") for dump in reports.glob("*.dump*")]
        tap.ok(not any("WARNING in native" in dump for dump in dumps), f"{name}: no warning of JNI", "\n".join(dumps))
        tap.ok(done.returncode == 0 and cases, f"{name}: the project builds, and its {len(cases)} tests pass",
               "\n".join((done.stdout + done.stderr).splitlines()[-60:]))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", required=True, type=Path)
    parser.add_argument("--build", required=True, type=Path)
    arguments = parser.parse_args()
    tap = Tap()
    java = Java(arguments.source.resolve(), arguments.build.resolve())
    repository = Path.home() / ".m2"
    repository.mkdir(exist_ok=True)
    # The jar of another tree must not take the place of this one while the tests use it.
    with open(repository / "statusrules.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        tap.check("the jar is built with sources and Javadoc, without a warning", java.installs)
        tap.check("it holds the library, a module and the licence; sources and Javadoc are whole", java.contents)
        tap.check("libraries of other platforms lie in it where the loader looks", java.other_platforms)
        tap.check("it needs nothing but Java", java.depends_on_nothing)
        tap.check("it shows no generated class", java.shows_no_generated_class)
        tap.check("it is a module that other modules use", java.on_the_module_path)
        tap.check("README's dependency and lines print 18 July 2022 and its source", java.readme)
        java.project(tap, java.source / "tests/java", "tests")
        newer = newer_javas()
        if newer:
            tap.check(f"it compiles on Java {', '.join(map(str, newer))} without a warning", java.compiles_on_newer)
        for version, home in newer.items():
            java.project(tap, java.source / "tests/java", f"tests on Java {version}", f"-Djvm={home / 'bin/java'}")
        java.project(tap, java.source / "examples/java", "example")
        java.project(tap, java.source / "examples/java/arrow", "arrow")
        tap.check("the example's job runs from a jar inside its jar, and no Java warns of it", java.job)
        tap.check("it comes out the same, byte by byte, when it is built again", java.comes_out_the_same)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
