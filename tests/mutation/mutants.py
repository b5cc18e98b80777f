"""The mutants of a C source: each operator, constant and condition changed, all of them in one text, told apart by number.

The text still compiles to what it was: each mutant stands beside the original and is taken where its number was chosen
when the program was started (see selector.c). So one build holds them all.
"""

import collections
import re
from dataclasses import dataclass

import tree_sitter
import tree_sitter_c

PARSER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_c.language()))

BINARY = {"<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"), "==": ("!=",), "!=": ("==",),
          "+": ("-",), "-": ("+",), "*": ("/",), "/": ("*",), "%": ("/",), "&": ("|",), "|": ("&",), "^": ("|",),
          "<<": (">>",), ">>": ("<<",)}
ASSIGNED = {"+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=", "%=": "/=", "&=": "|=", "|=": "&=", "^=": "|=",
            "<<=": ">>=", ">>=": "<<="}
LOOPS = ("while_statement", "for_statement", "do_statement")
# Where C asks for a constant, so that no choice can stand there.
FIXED = ("case_statement", "array_declarator", "enumerator", "static_assert_declaration", "sizeof_expression",
         "alignof_expression", "attribute_specifier", "attributed_declarator", "bitfield_clause", "subscript_designator",
         "gnu_asm_expression", "offsetof_expression")


@dataclass(frozen=True)
class Mutant:
    """One change: the source line that it stands in, and which of several alike in the function it is."""
    file: str
    function: str
    text: str
    change: str
    nth: int

    def __str__(self):
        return f"{self.file}: {self.function}: {self.text}: {self.change}" + (f" ({self.nth})" if self.nth > 1 else "")


class Source:
    """One source and its mutants. `dropped` are those that the compiler refuses, such as the sum of two pointers."""

    def __init__(self, file, text):
        self.file = file
        self.bytes = text.encode()
        self.lines = text.split("\n")
        self.seen = collections.Counter()
        self.mutants = []
        self.fixed = 0
        self.first = 0
        self.chosen = None
        self.by_line = {}

    def write(self, first, chosen=None):
        """The text with its mutants, numbered from `first`; only the chosen ones, if they are given."""
        self.first, self.chosen = first, chosen
        self.seen.clear()
        self.mutants, self.fixed = [], 0
        text = self.outside(PARSER.parse(self.bytes).root_node)
        self.by_line = {}
        pieces = text.split("\n")
        for number, line in enumerate(pieces, 1):
            if found := re.match(r"/\*M(\d+)\*/", line):
                self.by_line[number] = int(found[1])
        return text

    # ---- The tree ----

    def text(self, node):
        return self.bytes[node.start_byte:node.end_byte].decode()

    def children(self, node, change):
        """The text of a node, each child as `change` writes it."""
        out, at = [], node.start_byte
        for child in node.children:
            out.append(self.bytes[at:child.start_byte].decode())
            out.append(change(child))
            at = child.end_byte
        out.append(self.bytes[at:node.end_byte].decode())
        return "".join(out)

    def outside(self, node):
        """What stands outside functions: nothing is changed there."""
        if node.type == "function_definition":
            self.function = self.name(node.child_by_field_name("declarator"))
            body = node.child_by_field_name("body")
            return self.children(node, lambda child: self.inside(child) if child == body else self.constant(child))
        if node.type in ("translation_unit", "preproc_ifdef", "preproc_if", "preproc_else", "preproc_elif"):
            return self.children(node, self.outside)
        return self.constant(node)

    def constant(self, node):
        """Text that stays as it is; the constants in it are counted."""
        if node.type in ("number_literal", "char_literal", "binary_expression"):
            self.fixed += 1
        for child in node.children:
            self.constant(child)
        return self.text(node)

    def name(self, node):
        while node.type != "identifier":
            node = node.child_by_field_name("declarator") or next(child for child in node.children if child.is_named)
        return self.text(node)

    def inside(self, node):
        kind = node.type
        if kind == "case_statement":
            value = node.child_by_field_name("value")
            return self.children(node, lambda child: self.constant(child) if child == value else self.inside(child))
        if kind == "array_declarator":
            return self.constant(node)
        if kind in FIXED or kind.startswith("preproc_def") or kind == "preproc_call":
            return self.constant(node)
        if kind == "declaration" and any(self.text(child) == "static" for child in node.children):
            return self.constant(node)
        if kind == "enum_specifier":
            return self.constant(node)
        written = self.changed(node)
        parent = node.parent
        if parent and parent.type in ("if_statement", *LOOPS, "conditional_expression") \
                and node == parent.child_by_field_name("condition"):
            written = self.condition(node, written, parent.type)
        return written

    def changed(self, node):
        kind = node.type
        if kind == "binary_expression":
            return self.binary(node)
        if kind == "unary_expression" and self.text(node.child_by_field_name("operator")) in ("!", "-", "~") \
                and node.child_by_field_name("argument").type != "number_literal":
            operator, argument = self.text(node.child_by_field_name("operator")), node.child_by_field_name("argument")
            written = self.inside(argument)
            bare = f"({written})" if operator != "!" else f"!!({written})"
            return self.choice(node, f"{operator}({written})", [(f"without {operator}", bare)])
        if kind == "update_expression":
            operator = self.text(node.child_by_field_name("operator"))
            other = "--" if operator == "++" else "++"
            # An operand is a variable: its text has no mutant that could stand twice.
            whole = self.text(node)
            return self.choice(node, whole, [(f"{operator} becomes {other}", whole.replace(operator, other))])
        if kind == "assignment_expression" and self.text(node.child_by_field_name("operator")) in ASSIGNED:
            operator = self.text(node.child_by_field_name("operator"))
            left, right = node.child_by_field_name("left"), self.inside(node.child_by_field_name("right"))
            left = self.text(left)
            return self.choice(node, f"({left} {operator} {right})",
                               [(f"{operator} becomes {ASSIGNED[operator]}", f"({left} {ASSIGNED[operator]} {right})")])
        if kind == "assignment_expression":
            left = node.child_by_field_name("left")
            return self.children(node, lambda child: self.text(child) if child == left else self.inside(child))
        if kind == "pointer_expression" and self.text(node).startswith("&"):
            return self.text(node)
        if kind == "number_literal":
            whole = self.text(node)
            return self.choice(node, whole, [(f"{whole} becomes {whole} + 1", f"({whole} + 1)"),
                                             (f"{whole} becomes {whole} - 1", f"({whole} - 1)")])
        if kind == "char_literal":
            whole = self.text(node)
            return self.choice(node, whole, [(f"{whole} becomes {whole} + 1", f"({whole} + 1)")])
        if kind == "string_literal" and len(self.text(node)) > 2 and node.parent.type in ("argument_list", "conditional_expression",
                                                                                         "return_statement"):
            whole = self.text(node)
            return self.choice(node, whole, [(f"{whole} becomes empty", '""')])
        if kind == "identifier" and self.text(node).startswith("STATUSRULES_") \
                and not (node.parent.type == "call_expression" and node == node.parent.child_by_field_name("function")):
            whole = self.text(node)
            return self.choice(node, whole, [(f"{whole} becomes {whole} + 1", f"({whole} + 1)")])
        return self.children(node, self.inside)

    def binary(self, node):
        operator = self.text(node.child_by_field_name("operator"))
        left, right = self.inside(node.child_by_field_name("left")), self.inside(node.child_by_field_name("right"))
        if operator in ("&&", "||"):
            if not (number := self.mutant(node, f"{operator} becomes {'||' if operator == '&&' else '&&'}")):
                left_, right_ = left, right
                return f"(({left_}) {operator} ({right_}))"
            # Of `and` and `or`, each asks its second side where the first is true or false.
            asks = "" if operator == "&&" else "!"
            return (f"({{ _Bool first_{number} = ({left}) != 0; _Bool go_{number} = {asks}first_{number};"
                    f"\n/*M{number}*/ if (MUTANT({number})) {{ go_{number} = !go_{number}; }}"
                    f"\n go_{number} ? ({right}) != 0 : first_{number}; }})")
        number = self.number()
        names = f"left_{number}", f"right_{number}"
        sides = [(f"{operator} becomes {other}", f"({names[0]} {other} {names[1]})") for other in BINARY.get(operator, ())]
        chosen = self.choice(node, f"({names[0]} {operator} {names[1]})", sides)
        if "MUTANT" not in chosen:
            return f"(({left}) {operator} ({right}))"
        return f"({{ __auto_type {names[0]} = ({left}); __auto_type {names[1]} = ({right}); {chosen}; }})"

    def condition(self, node, written, kind):
        inner = written
        sides = [("the condition becomes false", "0")]
        if kind not in LOOPS:
            sides.append(("the condition becomes true", "1"))
        chosen = self.choice(node, f"(({inner}) != 0)", sides)
        if "MUTANT" not in chosen:
            return written
        return f"({chosen})"

    # ---- Numbers ----

    def number(self):
        return self.first + len(self.mutants)

    def mutant(self, node, change):
        """The number of a new mutant; None if it is not among the chosen."""
        line = self.lines[node.start_point[0]].strip()
        key = self.function, line, change
        self.seen[key] += 1
        made = Mutant(self.file, self.function, line, change, self.seen[key])
        if self.chosen is not None and made not in self.chosen:
            return None
        self.mutants.append(made)
        return self.first + len(self.mutants) - 1

    def choice(self, node, original, sides):
        out = ""
        for change, text in sides:
            if (number := self.mutant(node, change)) is not None:
                out += f"\n/*M{number}*/ MUTANT({number}) ? {text} :"
        return f"({out}\n {original})" if out else original
