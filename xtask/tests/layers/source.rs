//! Reads a crate's modules and the paths in them: `use` statements and inline paths, outside tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path of modules from the crate's root, such as `["form", "slider"]`.
pub type ModulePath = Vec<String>;

/// One module of a crate.
#[derive(Default)]
pub struct Module {
    pub file: PathBuf,
    /// Paths into the crate, from its root.
    pub paths: BTreeSet<ModulePath>,
    /// Paths into other crates, and into names in scope.
    pub externals: BTreeSet<String>,
    /// Names brought into scope, with their paths from the root.
    imports: BTreeMap<String, ModulePath>,
    globs: Vec<ModulePath>,
    items: BTreeSet<String>,
}

/// The modules of one crate; the root has the empty path.
#[derive(Default)]
pub struct Crate(pub BTreeMap<ModulePath, Module>);

impl Crate {
    /// Reads the crate whose root file this is, and every module that it declares.
    pub fn read(root: &Path) -> Self {
        let mut all = Self::default();
        let folder = root.parent().unwrap_or(Path::new(".")).to_owned();
        all.read_file(Vec::new(), root, &folder);
        all
    }

    /// `folder` is where the files of the module's children are.
    fn read_file(&mut self, module: ModulePath, file: &Path, folder: &Path) {
        let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let tokens = text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.read_module(module, file, folder, tokens);
    }

    fn read_module(&mut self, module: ModulePath, file: &Path, folder: &Path, tokens: TokenStream) {
        self.0.entry(module.clone()).or_default().file = file.to_owned();
        self.read_tokens(&module, file, folder, tokens);
    }

    fn read_tokens(&mut self, module: &ModulePath, file: &Path, folder: &Path, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        let mut file_of_next = None;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == '#' => {
                    let attribute = tokens.get(at + 1).map_or(String::new(), |group| squeezed(&group.to_string()));
                    at += 2;
                    if attribute == "[cfg(test)]" {
                        at = after_item(&tokens, at);
                    } else if let Some(path) = attribute.strip_prefix("[path=\"").and_then(|rest| rest.strip_suffix("\"]")) {
                        file_of_next = Some(file.with_file_name("").join(path));
                    }
                    continue;
                }
                TokenTree::Ident(word) if word == "mod" && ident(&tokens, at + 1).is_some() => {
                    let name = ident(&tokens, at + 1).unwrap_or_default();
                    let child: ModulePath = module.iter().cloned().chain([name.clone()]).collect();
                    let below = folder.join(&name);
                    match tokens.get(at + 2) {
                        Some(TokenTree::Group(body)) => self.read_module(child, file, &below, body.stream()),
                        _ => {
                            let plain = folder.join(format!("{name}.rs"));
                            let path = file_of_next.take().unwrap_or(if plain.is_file() { plain } else { below.join("mod.rs") });
                            self.read_file(child, &path, &below);
                        }
                    }
                    at += 3;
                    continue;
                }
                TokenTree::Ident(word) if word == "use" => {
                    let end = (at..tokens.len()).find(|index| is_mark(&tokens, *index, ';')).unwrap_or(tokens.len());
                    self.read_use(module, &[], &tokens[at + 1..end]);
                    at = end;
                }
                TokenTree::Ident(word) => {
                    let name = word.to_string();
                    if ["struct", "enum", "fn", "type", "const", "static", "trait", "union"].contains(&name.as_str()) {
                        self.module(module).items.extend(ident(&tokens, at + 1));
                    }
                    let (path, end) = path(&tokens, at);
                    if path.len() > 1 {
                        self.add(module, path);
                        at = end;
                        continue;
                    }
                }
                TokenTree::Group(group) => self.read_tokens(module, file, folder, group.stream()),
                _ => {}
            }
            at += 1;
        }
    }

    /// Reads a use tree: `a::{b, c as d, e::*}`.
    fn read_use(&mut self, module: &ModulePath, before: &[String], tokens: &[TokenTree]) {
        for tree in tokens.split(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',')) {
            let mut path = before.to_vec();
            let mut alias = None;
            for (index, token) in tree.iter().enumerate() {
                match token {
                    TokenTree::Ident(word) if word == "as" => {
                        alias = ident(tree, index + 1);
                        break;
                    }
                    TokenTree::Ident(word) => path.push(word.to_string()),
                    TokenTree::Punct(mark) if mark.as_char() == '*' => path.push("*".to_owned()),
                    TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                        let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                        self.read_use(module, &path, &inside);
                        path.clear();
                    }
                    _ => {}
                }
            }
            if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
                path.pop();
            }
            let Some(last) = path.last().cloned() else { continue };
            let Some(absolute) = self.add(module, path) else { continue };
            if last == "*" {
                self.module(module).globs.push(absolute[..absolute.len() - 1].to_vec());
            } else {
                self.module(module).imports.insert(alias.unwrap_or(last), absolute);
            }
        }
    }

    /// Notes a path of a module; returns it from the crate's root, or `None` when it leads out of the crate.
    fn add(&mut self, module: &ModulePath, path: Vec<String>) -> Option<ModulePath> {
        let absolute = match path.first()?.as_str() {
            "crate" => path[1..].to_vec(),
            "self" => module.iter().cloned().chain(path[1..].iter().cloned()).collect(),
            "super" => {
                let up = path.iter().take_while(|segment| *segment == "super").count();
                let kept = module.len().saturating_sub(up);
                module[..kept].iter().cloned().chain(path[up..].iter().cloned()).collect()
            }
            first => {
                let child: ModulePath = module.iter().cloned().chain([first.to_owned()]).collect();
                if !self.0.contains_key(&child) {
                    self.module(module).externals.insert(path.join("::"));
                    return None;
                }
                module.iter().cloned().chain(path).collect()
            }
        };
        self.module(module).paths.insert(absolute.clone());
        Some(absolute)
    }

    fn module(&mut self, path: &ModulePath) -> &mut Module {
        self.0.entry(path.clone()).or_default()
    }

    /// The module that a file is, for a module inside that file.
    pub fn of_file<'a>(&self, path: &'a [String]) -> &'a [String] {
        match path {
            [parent @ .., _] if self.0.get(parent).map(|module| &module.file) == self.0.get(path).map(|module| &module.file) => {
                self.of_file(parent)
            }
            _ => path,
        }
    }

    /// The module that defines what a path names, through re-exports.
    pub fn target(&self, path: &[String]) -> ModulePath {
        self.target_within(path, 8)
    }

    fn target_within(&self, path: &[String], depth: usize) -> ModulePath {
        let mut here = Vec::new();
        for (index, segment) in path.iter().enumerate() {
            let child: ModulePath = here.iter().cloned().chain([segment.clone()]).collect();
            if self.0.contains_key(&child) {
                here = child;
                continue;
            }
            let Some(module) = self.0.get(&here).filter(|_| depth > 0) else { break };
            if let Some(import) = module.imports.get(segment) {
                let whole: ModulePath = import.iter().chain(&path[index + 1..]).cloned().collect();
                return self.target_within(&whole, depth - 1);
            }
            let defines = |glob: &&ModulePath| {
                self.0.get(*glob).is_some_and(|other| other.items.contains(segment) || other.imports.contains_key(segment))
            };
            if let Some(glob) = module.globs.iter().find(defines).filter(|_| !module.items.contains(segment)) {
                let whole: ModulePath = glob.iter().chain(&path[index..]).cloned().collect();
                return self.target_within(&whole, depth - 1);
            }
            break;
        }
        here
    }
}

/// The index after the item that begins at `at`.
fn after_item(tokens: &[TokenTree], at: usize) -> usize {
    let is_end = |token: &TokenTree| match token {
        TokenTree::Punct(mark) => mark.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    };
    // The braces of a use tree do not end it; its semicolon does.
    let is_use = ident(tokens, at).is_some_and(|word| word == "use" || word == "pub")
        && (at..tokens.len()).take(3).any(|index| ident(tokens, index).is_some_and(|word| word == "use"));
    let end = (at..tokens.len()).find(|index| if is_use { is_mark(tokens, *index, ';') } else { is_end(&tokens[*index]) });
    end.map_or(tokens.len(), |index| index + 1)
}

/// The path that begins at `at`, and the index after it.
fn path(tokens: &[TokenTree], at: usize) -> (Vec<String>, usize) {
    let mut path: Vec<String> = ident(tokens, at).into_iter().collect();
    let mut end = at + 1;
    while is_mark(tokens, end, ':') && is_mark(tokens, end + 1, ':') {
        let Some(next) = ident(tokens, end + 2) else { break };
        path.push(next);
        end += 3;
    }
    (path, end)
}

fn ident(tokens: &[TokenTree], at: usize) -> Option<String> {
    match tokens.get(at) {
        Some(TokenTree::Ident(word)) => Some(word.to_string()),
        _ => None,
    }
}

fn is_mark(tokens: &[TokenTree], at: usize, mark: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(found)) if found.as_char() == mark)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}
