//! Two judges who are not ours look at every kind of page in every language: axe-core, and the Nu HTML checker.

use crate::browser::Browser;
use crate::kit::{Operator, Product, tool};
use serde_json::{Value, json};
use std::process::Command;
use tempfile::TempDir;
use tenpho::register::Lang;

/// One address of every kind of page, after `/{lang}`.
fn every_kind(product: &Product) -> Vec<String> {
    let signs = product.signs();
    let code = |name: &str| signs.iter().find(|(_, place)| place == name).unwrap().0.clone();
    [
        "/",
        "/search",
        "/search?q=tran",
        "/search?q=xyzzy",
        "/street/hoang-van-thu",
        "/street/cau-dat",
        "/landmark/nha-hat-thanh-pho-hai-phong",
        "/landmark/nha-hat-thanh-pho-hai-phong/map",
        "/map",
        "/walk",
        "/walk/khu-pho-phap",
        "/offline",
        "/report",
        "/report/7N5K796A",
        "/namesake/le-chan",
        "/nowhere",
        "/K7M2Q3",
    ]
    .into_iter()
    .map(str::to_owned)
    .chain([format!("/{}", code("Điện Biên Phủ")), format!("/{}+", code("Cầu Đất")), format!("/{}/report", code("Cầu Đất"))])
    .collect()
}

#[test]
fn no_page_of_any_kind_or_language_shuts_anybody_out() {
    let Some(axe) = tool("node_modules/axe-core/axe.min.js") else { return };
    let axe = std::fs::read_to_string(axe).unwrap();
    let product = Product::start_with(Operator::new(), &[]);
    let Some(phone) = Browser::phone("vi", true) else { return };
    phone.command("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": axe }));
    let mut wrong = Vec::new();
    for (width, scheme) in [(320, "dark"), (360, "light")] {
        phone.command(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": 740, "deviceScaleFactor": 1, "mobile": true }),
        );
        phone.command("Emulation.setEmulatedMedia", &json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] }));
        for lang in Lang::ALL {
            for path in every_kind(&product) {
                phone.open(&format!("{}/{lang}{path}", product.address));
                wrong.extend(violations(&phone).into_iter().map(|found| format!("/{lang}{path} at {width} px, {scheme}: {found}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{} violations:\n{}", wrong.len(), wrong.join("\n"));
}

/// What axe-core finds on the page by WCAG 2.2 A and AA and its own best practices, and whether the page is wider than the window.
fn violations(phone: &Browser) -> Vec<String> {
    let found = phone.ask_later(
        "let done=arguments[arguments.length-1];axe.run(document,{resultTypes:['violations'],runOnly:{type:'tag',values:['wcag2a','wcag2aa',\
         'wcag21a','wcag21aa','wcag22aa','best-practice']}}).then(r=>done(r.violations.map(v=>v.id+' '+v.nodes.map(n=>n.html).join(' | '))\
         .concat(document.documentElement.scrollWidth>innerWidth?['too wide']:[])),e=>done([String(e)]))",
    );
    found.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_page_of_every_kind_and_language_is_html_without_an_error() {
    let (Some(java), Some(judge)) = (tool("java"), tool("node_modules/vnu-jar/build/dist/vnu.jar")) else { return };
    let (product, folder) = (Product::start_with(Operator::new(), &[]), TempDir::new().unwrap());
    for lang in Lang::ALL {
        for (at, path) in every_kind(&product).iter().enumerate() {
            let page = product.get(&format!("/{lang}{path}"));
            std::fs::write(folder.path().join(format!("{lang}-{at}.html")), page.body).unwrap();
        }
    }
    let mut checker = Command::new(java);
    let checked = checker.arg("-jar").arg(judge).args(["--format", "json", "--exit-zero-always"]);
    let told = checked.arg(folder.path()).output().unwrap();
    let told: Value = serde_json::from_slice(&told.stderr).unwrap();
    let errors: Vec<String> = told["messages"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["type"] == "error")
        .map(|one| format!("{}: {} {}", one["url"], one["message"], one["extract"]))
        .collect();
    assert!(errors.is_empty(), "{} errors:\n{}", errors.len(), errors.join("\n"));
}
