//! What the people of the office can see and do at the entrance, and what nobody else can.

use crate::kit::Product;
use tenpho::register::Role;

#[test]
fn each_role_of_the_kit_reaches_its_desk() {
    let product = Product::start();
    for role in Role::ALL {
        let staff = product.office(*role);
        let desk = staff.get("/office/");
        assert_eq!(desk.status, 200, "{role}: {}", desk.body);
        assert!(desk.body.contains(&format!("Nguyễn {role}")));
        assert_eq!(staff.post("/office/logout", &[]).status, 303);
        assert_eq!(staff.get("/office/").status, 303);
    }
}
